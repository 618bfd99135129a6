import type { Domain } from '../domain.ts';
import type { Site } from '../rounds/sites.ts';
import { isFilling } from '../rounds/written.ts';
import type { Filled } from './entries.ts';

/** Numbers in the entries of a list, another for each; and one number in the place of all. */
export const entrySites = <T>({ sites }: Domain<T>, filled: Filled<T>): readonly Site<T[]>[] =>
  (sites?.() ?? []).flatMap((site) => [inEach(site, filled), ...(site.kind === 'number' ? [inAll(site, filled)] : [])]);

const inEach = <T>(site: Site<T>, filled: Filled<T>): Site<T[]> => ({
  id: `entries ${site.id}`.trim(),
  of: `entries ${site.of}`.trim(),
  numbers: site.numbers,
  at: (list) => list.flatMap(site.at),
  set(list, choose, random) {
    const x = site.kind === 'every entry' ? choose() : undefined;
    return filled(list, 1, random).map((entry) => site.set(entry, () => x ?? choose(), random));
  },
  kind: site.kind === 'number' ? 'entries' : site.kind,
});

const inAll = <T>({ id, of, numbers, at, set }: Site<T>, filled: Filled<T>): Site<T[]> => ({
  id: `every entry ${id}`.trim(),
  of: `entries ${of}`.trim(),
  numbers: numbers.filter(isFilling),
  at(list) {
    const all = [...new Set(list.flatMap(at))];
    return list.length > 1 && all.length === 1 ? all : [];
  },
  set(list, choose, random) {
    const x = choose();
    return filled(list, 2, random).map((entry) => set(entry, () => x, random));
  },
  kind: 'every entry',
});
