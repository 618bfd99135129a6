import { examplesOf, type Making } from '../argument-landmarks.ts';
import type { Site } from './sites.ts';

type Values = readonly unknown[];

/** The sites of each argument. What an argument can be may depend on others: some tell all sites that there are. */
export function argumentSites(names: readonly string[], making: Making): readonly Site<Values>[] {
  const examples = examplesOf(making);
  return names.flatMap((name, k) => sitesOf(name, k, making, examples));
}

function sitesOf(
  name: string,
  k: number,
  { partAt, withPart, isFixed }: Making,
  examples: readonly Values[],
): readonly Site<Values>[] {
  const sitesAt = (values: Values): readonly Site<unknown>[] => partAt(k, values).sites?.() ?? [];
  const known = new Map<string, Site<unknown>>();
  for (const values of isFixed(k) ? examples.slice(0, 1) : examples) {
    for (const site of sitesAt(values)) {
      const numbers = new Set([...(known.get(site.id)?.numbers ?? []), ...site.numbers]);
      known.set(site.id, { ...site, numbers: [...numbers] });
    }
  }
  return [...known.values()].map((site) => {
    // Where a domain depends on other arguments, the site is looked up in the one that it is with those at hand.
    const here = (values: Values): Site<unknown> | undefined =>
      isFixed(k) ? site : sitesAt(values).find(({ id }) => id === site.id);
    return {
      ...site,
      id: `${name} ${site.id}`.trim(),
      of: `${name} ${site.of}`.trim(),
      at: (values) => here(values)?.at(values[k]) ?? [],
      set(values, choose, random) {
        const found = here(values);
        return found ? withPart(values, k, found.set(values[k], choose, random), random) : values;
      },
    };
  });
}
