import { once } from '../once.ts';
import { remembered } from '../remembered.ts';
import { isIdentical } from '../values/compare.ts';
import type { Data } from '../values/data.ts';
import { argumentLandmarks } from './argument-landmarks.ts';
import type { Domain } from './domain.ts';
import { type Random, small } from './kinds/random.ts';
import { nudged } from './numbers/nudged.ts';
import { argumentSites } from './rounds/argument-sites.ts';

/** The domain of each argument, or a function that makes it out of the arguments before it. */
export type Parts<Args extends readonly unknown[]> = {
  readonly [K in keyof Args]: Domain<Args[K]> | ((before: Args) => Domain<Args[K]>);
};

type Part = Domain<unknown> | ((before: readonly unknown[]) => Domain<unknown>);

/** The domain of all arguments of a call, one after the other; a later one may depend on those before it. */
export function inputs<Args extends readonly unknown[]>(
  names: { readonly [K in keyof Args]: string },
  given: Parts<Args>,
): Domain<Args> {
  // Each argument has a type of its own, and each part the same: what is true by the signature is lost in a loop.
  const parts = given as unknown as readonly Part[];
  // One input is asked about many landmarks, one after the other: what depends on its arguments is made once.
  const made = parts.map((part) => (typeof part === 'function' ? remembered(part) : part));
  const partAt = (k: number, values: readonly unknown[]): Domain<unknown> => {
    const part = made[k]!;
    return typeof part === 'function' ? part(values) : part;
  };
  const isFixed = (k: number): boolean => typeof parts[k] !== 'function';
  const draw = (random: Random): readonly unknown[] => {
    const values: unknown[] = [];
    for (const k of parts.keys()) values.push(partAt(k, values).draw(random));
    return values;
  };
  /** With another argument k; those that depend on it follow. */
  const withPart = (values: readonly unknown[], k: number, value: unknown, random: Random): readonly unknown[] => {
    const changed = values.with(k, value);
    for (const [j, part] of parts.entries()) {
      if (j > k && typeof part === 'function') changed[j] = part(changed).fit(changed[j], random);
    }
    return changed;
  };
  const landmarks = once(() => argumentLandmarks(names as readonly string[], { partAt, isFixed, draw, withPart }));
  const domain: Domain<readonly unknown[]> = {
    draw,
    contains: (values) =>
      values.length === parts.length && parts.every((_, k) => partAt(k, values).contains(values[k])),
    get landmarks() {
      return landmarks();
    },
    sites: once(() => argumentSites(names as readonly string[], { partAt, isFixed, draw, withPart })),
    *simpler(values) {
      for (const k of parts.keys()) {
        for (const simpler of partAt(k, values).simpler(values[k])) yield withPart(values, k, simpler, half);
      }
    },
    fit: (values, random) => {
      const fitting: unknown[] = [];
      for (const k of parts.keys()) fitting.push(partAt(k, fitting).fit(values[k], random));
      return fitting;
    },
    neighbors: (values, random) =>
      [...parts.keys()].flatMap((k) => {
        const part = partAt(k, values);
        const others = [...another(part, values[k], random), ...nudged(values[k], part.contains)];
        return others.map((other) => withPart(values, k, other, random));
      }),
  };
  return domain as unknown as Domain<Args>;
}

const half: Random = { next: () => 0.5, spread: () => 0.5, sizes: small };

/** A value of the domain that is not the given one, if there seem to be any. */
function another(part: Domain<unknown>, value: unknown, random: Random): readonly unknown[] {
  for (let tries = 0; tries < 10; tries++) {
    const drawn = part.draw(random);
    if (!isIdentical(drawn as Data, value as Data)) return [drawn];
  }
  return [];
}
