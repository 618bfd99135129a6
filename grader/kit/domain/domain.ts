import type { Random } from './kinds/random.ts';
import type { Site } from './rounds/sites.ts';

/**
 * A named place in a domain where answers are known to go wrong: 0, one entry, the longest, two equal arguments.
 *
 * Every check asks about it, and `verify` makes wrong answers that are wrong there alone.
 */
export interface Landmark<T> {
  /** Where it is, in a few words: `weights: an entry is 0`. */
  readonly id: string;
  /** A value at the landmark, made out of an ordinary one. */
  readonly place: (ordinary: T, random: Random) => T;
  /** Whether a value is at the landmark. */
  readonly isAt: (value: T) => boolean;
  /** An end of the domain. Ends of two arguments are asked about together, too. */
  readonly isEdge?: boolean;
  /** 0: of a list it matters which entry it is. */
  readonly isZero?: boolean;
  /** 1: among zeros it chooses one of several. */
  readonly isOne?: boolean;
  /** Which part of the whole it is about: landmarks of different parts can be placed in one value. */
  readonly of?: string;
  /** It takes one entry of many, so that one value can be at several of these. */
  readonly isLocal?: boolean;
  /**
   * It is a landmark of a part of the value; see `placedAll`.
   *
   * @internal
   */
  readonly within?: Within<T>;
}

/** How a part is taken out of a whole, and put back changed. */
export interface Lens<Whole, Part> {
  readonly get: (whole: Whole) => Part;
  readonly set: (whole: Whole, part: Part, random: Random) => Whole;
}

interface Within<Whole> {
  /** The same object for all landmarks of the part. */
  readonly lens: Lens<Whole, unknown>;
  /** The landmark of the part, where it is there. */
  readonly mark: (whole: Whole) => Landmark<unknown> | undefined;
}

/** All values for which an answer is demanded, as data: they can be drawn, recognized, simplified, and have landmarks. */
export interface Domain<T> {
  /** A value of the domain, all of which can be drawn. */
  readonly draw: (random: Random) => T;
  /** Whether a value is in the domain. */
  readonly contains: (value: T) => boolean;
  /** Made when they are asked for. */
  readonly landmarks: readonly Landmark<T>[];
  /**
   * Where numbers and sizes stand in it: numbers that people write are asked about at each. None, if nothing is said.
   *
   * @internal
   */
  readonly sites?: () => readonly Site<T>[];
  /** Values of the domain that are easier to read, the simplest first. */
  readonly simpler: (value: T) => Iterable<T>;
  /** The value itself if it is in the domain, else one as near to it as can be made: cut off, or with drawn entries. */
  readonly fit: (value: T, random: Random) => T;
  /** Brings a value to where it is asked for, if ranges alone do not say where that is; see `limited`. */
  readonly settled?: (value: T) => T;
  /**
   * What its values are made of, if they are made: there they are drawn and placed, and made once.
   *
   * @internal
   */
  readonly origin?: Origin<T>;
  /** Values that differ from this one in one part alone, or by very little: who remembers an answer gives the wrong one. */
  readonly neighbors?: (value: T, random: Random) => readonly T[];
}

export interface Origin<T> {
  readonly domain: Domain<unknown>;
  readonly made: (from: unknown) => T;
}

/** The landmarks of a part, as landmarks of the whole, under the name of the part. */
export function lifted<Whole, Part>(
  name: string,
  landmarks: readonly Landmark<Part>[],
  get: (whole: Whole) => Part,
  set: (whole: Whole, part: Part, random: Random) => Whole,
): readonly Landmark<Whole>[] {
  const lens = { get, set };
  return landmarks.map((mark) => {
    const { id, place, isAt, of, ...kind } = mark;
    return {
      ...kind,
      id: `${name} ${id}`,
      of: of === undefined ? name : `${name} ${of}`,
      place: (whole, random) => set(whole, place(get(whole), random), random),
      isAt: (whole) => isAt(get(whole)),
      within: within(lens, () => mark),
    };
  });
}

/** Nobody but the lens's own landmarks is put into it: its parts need no type outside. */
export const within = <Whole, Part>(
  lens: Lens<Whole, Part>,
  mark: (whole: Whole) => Landmark<Part> | undefined,
): Within<Whole> => ({ lens, mark }) as unknown as Within<Whole>;

/** A value brought to one landmark after the other; a part is taken out once for all of its landmarks that follow one another. */
export function placedAll<T>(value: T, marks: readonly Landmark<T>[], random: Random): T {
  let whole = value;
  for (let first = 0; first < marks.length; ) {
    const lens = marks[first]!.within?.lens;
    let last = first + 1;
    while (lens !== undefined && marks[last]?.within?.lens === lens) last += 1;
    if (lens === undefined) whole = marks[first]!.place(whole, random);
    else {
      const inner = marks.slice(first, last).flatMap(({ within }) => within?.mark(whole) ?? []);
      if (inner.length > 0) whole = lens.set(whole, placedAll(lens.get(whole), inner, random), random);
    }
    first = last;
  }
  return whole;
}
