import type { Random } from '../kinds/random.ts';

/**
 * A place where a number stands among the arguments, or a size: a learning rate, the entries of a list, how many there are.
 * Each number that people write is asked about at each of these, as far as the domain has it there; see `roundCases`.
 */
export interface Site<T> {
  readonly id: string;
  /** What it is a part of: sites of one part cannot all be set at once. */
  readonly of: string;
  /** The numbers that are asked about there. */
  readonly numbers: readonly number[];
  /** Those that stand there. */
  readonly at: (value: T) => readonly number[];
  /** With other numbers there; one is chosen for each of them. */
  readonly set: (value: T, choose: () => number, random: Random) => T;
  readonly kind: SiteKind;
}

/** A number by itself; how many there are of something; numbers in the entries of a list; one number in all of them. */
type SiteKind = 'number' | 'size' | 'entries' | 'every entry';

/** The site of a number that is all there is. */
export const numberSite = (numbers: readonly number[]): readonly Site<number>[] =>
  numbers.length === 0
    ? []
    : [{ id: '', of: '', numbers, at: (x) => [x], set: (_, choose) => choose(), kind: 'number' }];

/** The sites of a part, as sites of the whole, under the name of the part. */
export const liftedSites = <Whole, Part>(
  name: string,
  sites: readonly Site<Part>[],
  get: (whole: Whole) => Part,
  set: (whole: Whole, part: Part, random: Random) => Whole,
): readonly Site<Whole>[] =>
  sites.map((site) => ({
    ...site,
    id: `${name} ${site.id}`.trim(),
    of: `${name} ${site.of}`.trim(),
    at: (whole) => site.at(get(whole)),
    set: (whole, choose, random) => set(whole, site.set(get(whole), choose, random), random),
  }));

/** The sites of a size of something, which are no numbers to calculate with. */
export const sizeSites = <Whole>(
  name: string,
  sizes: readonly Site<number>[],
  get: (whole: Whole) => number,
  set: (whole: Whole, size: number, random: Random) => Whole,
): readonly Site<Whole>[] => liftedSites(name, sizes, get, set).map((site) => ({ ...site, kind: 'size' }));
