// Long, for all inputs at landmarks are found by one search.
import { remembered } from '../remembered.ts';
import { type Domain, type Landmark, placedAll } from './domain.ts';
import { middle, type Random, randomFrom, small } from './kinds/random.ts';

/** As often an ordinary input is tried, until one can be brought to a landmark. */
const mostTries = 40;

const settled = <T>(domain: Domain<T>, value: T): T => domain.settled?.(value) ?? value;

/**
 * An input at a landmark; none if it was not reached, which `verify` reports.
 *
 * @internal
 */
export function placedAt<T>(
  domain: Domain<T>,
  { place, isAt }: Landmark<T>,
  random: Random,
  ordinary: () => T = () => domain.draw(random),
): T | undefined {
  for (let tries = 0; tries < mostTries; tries++) {
    const value = settled(domain, place(ordinary(), random));
    if (isAt(value)) return value;
  }
  return undefined;
}

/** So many ordinary inputs are drawn, and taken in turn for all landmarks. */
const ordinaryInputs = 8;
/**
 * As often another input at a landmark is tried, until one shows that an answer is wrong there in each of the ways: small
 * ones, and then larger ones, for some ways show only in answers of several entries.
 */
const [smallShown, mostShown] = [10, 20];

/** Which of several ways to be wrong an input shows. */
export type Shows<T> = (value: T) => readonly boolean[];

/** An input at a landmark, and more if an answer may be wrong there in ways that the first does not show. */
function* showing<T>(place: () => T | undefined, shows: Shows<T>, seen: boolean[]): Iterable<T> {
  let isKept = seen.some(Boolean);
  for (let tries = 1; tries <= mostShown; tries++) {
    const value = place();
    if (value === undefined) return;
    const shown = shows(value);
    const isNew = shown.some((is, way) => is && !seen[way]);
    for (const [way, is] of shown.entries()) if (is) seen[way] = true;
    const isEnough = shown.every((_, way) => seen[way]);
    if (isNew || (!isKept && (isEnough || tries === mostShown))) {
      isKept = true;
      yield value;
    }
    if (isEnough) return;
  }
}

/** An input that was made to be at several landmarks. */
interface Made<T> {
  readonly value: T;
}

export interface Placing<T> {
  readonly domain: Domain<T>;
  readonly shows: Shows<T>;
  readonly seed: number;
}

/** Inputs at each of some landmarks; some inputs were made to be at several, and where they show enough, none is added. */
export function atEach<T>(
  { domain, shows, seed }: Placing<T>,
  marks: readonly Landmark<T>[],
  made: ReadonlyMap<Landmark<T>, readonly Made<T>[]> = new Map(),
): readonly T[] {
  const random = randomFrom(seed, small);
  const roomy = randomFrom(seed + 2, middle);
  const drawn = Array.from({ length: Math.min(ordinaryInputs, 2 * marks.length) }, () => domain.draw(random));
  const shownBefore = remembered(({ value }: Made<T>) => shows(value));
  return marks.flatMap((mark, at) => {
    const seen: boolean[] = [];
    let tries = 0;
    let placed = 0;
    // What is wrong with the first does not change if it is tried again.
    const ordinary = (): T =>
      tries++ === 0 ? drawn[at % drawn.length]! : domain.draw(placed > smallShown ? roomy : random);
    const place = (): T | undefined => {
      placed++;
      return placedAt(domain, mark, placed > smallShown ? roomy : random, ordinary);
    };
    for (const one of made.get(mark) ?? []) {
      if (!mark.isAt(one.value)) continue;
      const shown = shownBefore(one);
      for (const [way, is] of shown.entries()) seen[way] ||= is;
      if (shown.every((_, way) => seen[way])) return [];
    }
    return [...showing(place, shows, seen)];
  });
}

/** Leaves the largest gaps between numbers that follow one another: places of one list that do not coincide. */
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** Inputs that are each at landmarks of several parts: the first of every part, then the second, …. */
function acrossParts<T>(placing: Placing<T>, marks: readonly Landmark<T>[]): readonly T[] {
  const { domain, seed } = placing;
  const parts = new Map<string, Landmark<T>[]>();
  for (const mark of marks) if (mark.of !== undefined) parts.set(mark.of, [...(parts.get(mark.of) ?? []), mark]);
  const random = randomFrom(seed + 1, small);
  const most = parts.size < 2 ? 0 : Math.max(...[...parts.values()].map(({ length }) => length));
  const made = new Map<Landmark<T>, readonly Made<T>[]>();
  const ordinary = Array.from({ length: Math.min(most, ordinaryInputs) }, () => ({ value: domain.draw(random) }));
  const inputs = Array.from({ length: most }, (_, turn) => {
    const here = [...parts.values()].flatMap((ofPart) => ofPart[turn] ?? []);
    const all = here.reduce((value, { place }) => place(value, random), ordinary[turn % ordinary.length]!.value);
    const one = { value: settled(domain, all) };
    for (const mark of here) made.set(mark, [one]);
    return one.value;
  });
  return [...inputs, ...atEach(placing, marks, made)];
}

/** As often all landmarks of single entries are placed together. */
const rounds = 2;

/** Inputs that are together at all of these, each of which takes one entry of many; those that are left over follow. */
function atSeveral<T>(placing: Placing<T>, marks: readonly Landmark<T>[]): readonly T[] {
  const { domain, seed } = placing;
  const roomy = randomFrom(seed, middle);
  let at = roomy.next();
  const spread = (): number => {
    at = (at + goldenRatio) % 1;
    return at;
  };
  const together = Array.from({ length: marks.length > 0 ? rounds : 0 }, () => {
    return { value: settled(domain, placedAll(domain.draw(roomy), marks, { ...roomy, spread })) };
  });
  const made = new Map(marks.map((mark) => [mark, together]));
  return [...together.map(({ value }) => value), ...atEach(placing, marks, made)];
}

/** One input at least at each landmark of a domain; where its values are made of others, these are placed. */
export function atLandmarks<T>(placing: Placing<T>): readonly T[] {
  const { domain, shows, seed } = placing;
  if (domain.origin) {
    const { domain: inner, made } = domain.origin;
    return atLandmarks({ domain: inner, shows: (value) => shows(made(value)), seed }).map(made);
  }
  const canShare = ({ isLocal = false, isZero = false }: Landmark<T>): boolean => isLocal && !isZero;
  const { landmarks } = domain;
  const [local, other] = [true, false].map((is) => landmarks.filter((mark) => canShare(mark) === is));
  return [...acrossParts(placing, other!), ...atSeveral(placing, local!)];
}
