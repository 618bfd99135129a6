import { isIdentical } from '../../values/compare.ts';
import type { Data } from '../../values/data.ts';
import type { Domain, Landmark } from '../domain.ts';
import { type Random, wholeBetween } from '../kinds/random.ts';

/** The list itself if it has so many entries, else a longer one. */
export type Filled<T> = (list: readonly T[], least: number, random: Random) => readonly T[];

/**
 * Landmarks of lists by what is in them: one entry at a landmark of its own, all of them, the first, the last; and
 * entries that are equal. `longest` is the most that a list can hold.
 */
export function entryLandmarks<T>(entries: Domain<T>, longest: number, filled: Filled<T>): readonly Landmark<T[]>[] {
  if (longest < 1) return [];
  const edges = entries.landmarks.filter(({ isEdge }) => isEdge);
  const every = (marks: readonly Landmark<T>[]) => marks.map((mark) => everywhere(mark, filled));
  const single = [...entries.landmarks.map((mark) => somewhere(mark, filled)), ...every(edges)];
  if (longest === 1) return single;
  return [
    ...single,
    ...edges
      .filter(({ isZero }) => isZero)
      .flatMap((mark) => [atEnd('first', 0, mark, filled), atEnd('last', -1, mark, filled)]),
    ...lonely(entries, filled),
    ...equalities(filled),
  ];
}

const somewhere = <T>({ id, place, isAt, isZero = false }: Landmark<T>, filled: Filled<T>): Landmark<T[]> => ({
  id: `one entry ${id}`,
  place: (list, random) => {
    const full = filled(list, 1, random);
    const i = wholeBetween(0, full.length - 1, random.spread());
    return full.with(i, place(full[i]!, random));
  },
  isAt: (list) => list.some(isAt),
  isLocal: true,
  isZero,
});

const everywhere = <T>({ id, place, isAt }: Landmark<T>, filled: Filled<T>): Landmark<T[]> => ({
  id: `every entry ${id}`,
  place: (list, random) => filled(list, 1, random).map((entry) => place(entry, random)),
  isAt: (list) => list.length > 0 && list.every(isAt),
});

const atEnd = <T>(end: string, index: 0 | -1, { id, place, isAt }: Landmark<T>, filled: Filled<T>): Landmark<T[]> => ({
  id: `the ${end} of several entries ${id}`,
  place: (list, random) => {
    const full = filled(list, 2, random);
    return full.with(index, place(full.at(index)!, random));
  },
  isAt: (list) => list.length > 1 && isAt(list.at(index)!),
});

/** All entries are 0 but one, or a 1 among zeros: the target of a class, a gradient of one weight. */
function lonely<T>({ landmarks, draw }: Domain<T>, filled: Filled<T>): readonly Landmark<T[]>[] {
  const zero = landmarks.find(({ isZero, isEdge }) => isZero && isEdge);
  const one = landmarks.find(({ isOne }) => isOne);
  if (zero === undefined) return [];
  const among = (
    id: string,
    isAt: (list: readonly T[]) => boolean,
    made: (entry: T, random: Random) => T,
    index: (list: readonly T[], random: Random) => number,
  ): Landmark<T[]> => ({
    id,
    place: (list, random) => {
      const full = filled(list, 2, random);
      const i = index(full, random);
      return full.map((entry, k) => (k === i ? made(entry, random) : zero.place(entry, random)));
    },
    isAt: (list) => list.length > 1 && list.filter((entry) => !zero.isAt(entry)).length === 1 && isAt(list),
  });
  const anywhere = ({ length }: readonly T[], { next }: Random): number => wholeBetween(0, length - 1, next());
  const notZero = (entry: T, random: Random): T => (zero.isAt(entry) ? draw(random) : entry);
  const alone = among('all of several entries but one are 0', () => true, notZero, anywhere);
  if (one === undefined) return [alone];
  const { isAt, place } = one;
  const last = ({ length }: readonly T[]): number => length - 1;
  return [
    alone,
    among('one of several entries is 1, the others are 0', (list) => list.some(isAt), place, anywhere),
    among(
      'the first of several entries is 1, the others are 0',
      (list) => isAt(list[0]!),
      place,
      () => 0,
    ),
    among('the last of several entries is 1, the others are 0', (list) => isAt(list.at(-1)!), place, last),
  ];
}

const isSame = (a: unknown, b: unknown): boolean => isIdentical(a as Data, b as Data);

const equalities = <T>(filled: Filled<T>): readonly Landmark<T[]>[] => [
  {
    id: 'several entries are all equal',
    place: (list, random) => {
      const full = filled(list, 2, random);
      return full.map(() => full[0]!);
    },
    isAt: (list) => list.length > 1 && list.every((entry) => isSame(entry, list[0])),
  },
  {
    id: 'two entries are equal',
    place: (list, random) => {
      const full = filled(list, 2, random);
      return full.with(-1, full[0]!);
    },
    isAt: (list) =>
      list.some((entry) => typeof entry === 'object')
        ? list.some((entry, i) => list.slice(0, i).some((other) => isSame(entry, other)))
        : new Set(list).size < list.length,
  },
];

/** Every entry as simple as its first simpler one, then one after the other. */
export function* simplerEntries<T>(list: readonly T[], { simpler }: Domain<T>): Iterable<T[]> {
  const firsts = list.map((entry) => [...simpler(entry)][0] ?? entry);
  if (firsts.some((entry, i) => entry !== list[i])) yield firsts;
  for (const [i, entry] of list.entries()) for (const one of simpler(entry)) yield list.with(i, one);
}
