import { once } from '../../once.ts';
import type { Domain, Landmark } from '../domain.ts';
import type { Random } from '../kinds/random.ts';
import { numberSite } from '../rounds/sites.ts';
import { writtenIn } from '../rounds/written.ts';
import { logUniform } from './log-uniform.ts';
import { numberLandmarks } from './number-landmarks.ts';
import { simplerNumbers } from './simpler-numbers.ts';

/** From where to where numbers go, and where most of them are; see {@link real}. */
export interface RealOptions {
  readonly from: number;
  readonly to: number;
  /** Where two thirds of the draws fall, if the range is much wider than that: [−20, 20] of all finite numbers. */
  readonly usual?: readonly [from: number, to: number];
  /** Values at which the task's rule changes: each is asked about, and what is just below and just above. */
  readonly thresholds?: readonly number[];
}

/**
 * The domain of numbers from `from` to `to`, both included; −0 is in it if 0 is.
 *
 * A third of the draws has few digits, for people; a third has all of them, against tables and roundings; and a third is
 * of any order of magnitude, so that each decade of the range is met.
 *
 * @param options the ends of the range, and where most numbers fall
 */
export function real({ from, to, usual = [from, to], thresholds = [] }: RealOptions): Domain<number> {
  const contains = (x: number): boolean => typeof x === 'number' && x >= from && x <= to;
  const [low, high] = usual;
  let marks: readonly Landmark<number>[] | undefined;
  const ofAnyMagnitude = once(() => magnitudesOf(from, to));
  const digits = once(() => fewDigits(low, high));
  const along = (u: number): number => low + u * (high - low);
  const draw = (random: Random): number => {
    const u = random.sizes ? 1 + random.next() : random.spread() * 3;
    if (u < 1) return digits()(along(u));
    if (u < 2) return along(u - 1);
    return Math.min(to, Math.max(from, ofAnyMagnitude()(u - 2)));
  };
  return {
    draw,
    contains,
    get landmarks() {
      marks ??= numberLandmarks(from, to, thresholds);
      return marks;
    },
    sites: once(() => numberSite(writtenIn(contains))),
    simpler: (x) => simplerNumbers(x, contains),
    fit: (x, random) => (contains(x) ? x : draw(random)),
  };
}

/** A share of the range to the next power of ten: a hundred values or more are left between the ends. */
function fewDigits(low: number, high: number): (x: number) => number {
  const scale = 10 ** Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(high - low))));
  return (x) => {
    const rounded = Math.round(x * scale) / scale;
    return rounded >= low && rounded <= high ? rounded : x;
  };
}

/** As close as draws come to 0 or to an end; what is closer still is a landmark. */
const closest = 1e-12;
/** Beyond this a range has more decades than matter: a fifth of the draws is for them. */
const far = 1e4;

/** The distance from something, on one side of it. */
interface Approach {
  readonly to: number;
  readonly side: 1 | -1;
  readonly least: number;
  readonly most: number;
}

/** To 0, from each side. */
const toZero = (from: number, to: number): readonly Approach[] =>
  [
    { to: 0, side: 1, least: Math.max(from, closest), most: to } as const,
    { to: 0, side: -1, least: Math.max(-to, closest), most: -from } as const,
  ].filter(({ least, most }) => most > least);

/** To an end that is not 0, as far as half of the range. */
const toEnds = (from: number, to: number): readonly Approach[] =>
  [
    { to: from, side: 1, least: closest, most: (to - from) / 2 } as const,
    { to, side: -1, least: closest, most: (to - from) / 2 } as const,
  ].filter(({ to: end, least, most }) => end !== 0 && Math.abs(end) <= far && most > least);

/** So many of these draws are close to an end that is not 0. */
const shareAtEnds = 0.2;

/** Numbers of a range by a number of U[0, 1): the logarithm of their distance from 0, or from an end, is uniform. */
function magnitudesOf(from: number, to: number): (u: number) => number {
  const zero = toZero(from, to);
  const ends = toEnds(from, to);
  const atEnds = ends.length === 0 ? 0 : zero.length === 0 ? 1 : shareAtEnds;
  return (u) => {
    const [ways, v] = u < atEnds ? [ends, u / atEnds] : [zero, (u - atEnds) / (1 - atEnds)];
    const at = Math.min(ways.length - 1, Math.floor(v * ways.length));
    const { to: target, side, least, most } = ways[at]!;
    const w = v * ways.length - at;
    if (most <= far) return target + side * logUniform(least, most, w);
    return target + side * (w < 0.8 ? logUniform(least, far, w / 0.8) : logUniform(far, most, (w - 0.8) / 0.2));
  };
}
