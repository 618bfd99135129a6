import { once } from '../../once.ts';
import { type Domain, lifted } from '../domain.ts';
import { type Random, unspread } from '../kinds/random.ts';
import { whole } from '../numbers/whole.ts';
import { type Site, sizeSites } from '../rounds/sites.ts';
import { isLengthToAsk } from '../rounds/written.ts';
import { entryLandmarks, simplerEntries } from './entries.ts';
import { entrySites } from './entry-sites.ts';

/** A size in a domain: a number, or from … to. */
export type Size = number | readonly [from: number, to: number];

export const sizeOf = (size: Size): Domain<number> => (typeof size === 'number' ? whole(size, size) : whole(...size));

/** How long lists are, and what is in them; see {@link vector} and {@link listOf}. */
export interface VectorOptions<T> {
  readonly length: Size;
  readonly entries: Domain<T>;
}

/**
 * The domain of lists of entries, all of one domain: `listOf({ length: [0, 100], entries: real({ from: -1, to: 1 })
 * })`.
 *
 * @param options how long the lists are, and the domain of each entry
 */
export function listOf<T>({ length, entries }: VectorOptions<T>): Domain<T[]> {
  const size = sizeOf(length);
  const longest = typeof length === 'number' ? length : length[1];
  const resized = (list: readonly T[], n: number, random: Random): T[] => {
    const full = list.slice(0, n);
    const entry = unspread(random);
    while (full.length < n) full.push(entries.draw(entry));
    return full;
  };
  const contains = (list: T[]): boolean => size.contains(list.length) && list.every(entries.contains);
  const filled = (list: readonly T[], least: number, random: Random): readonly T[] =>
    list.length >= least ? list : resized(list, Math.min(least, longest), random);
  const landmarks = once(() => [
    ...lifted<T[], number>('length', size.landmarks, (list) => list.length, resized),
    ...entryLandmarks(entries, longest, filled),
  ]);
  const lengths = (size.sites?.() ?? []).map((one) => ({ ...one, numbers: one.numbers.filter(isLengthToAsk) }));
  return {
    draw: (random) => resized([], size.draw(random), random),
    contains,
    get landmarks() {
      return landmarks();
    },
    sites: once((): readonly Site<T[]>[] => [
      ...entrySites(entries, filled),
      ...sizeSites<T[]>('length', lengths, (list) => list.length, resized),
    ]),
    *simpler(list) {
      const half = Math.ceil(list.length / 2);
      const shorter = [[], list.slice(0, half), list.slice(-half), ...list.map((_, i) => list.toSpliced(i, 1))];
      yield* shorter.filter((one) => one.length < list.length && size.contains(one.length));
      yield* simplerEntries(list, entries);
    },
    fit: (list, random) =>
      contains(list)
        ? list
        : resized(list, size.fit(list.length, random), random).map((entry) => entries.fit(entry, random)),
  };
}
