import type { Domain } from '../domain.ts';
import type { Random } from '../random.ts';
import { numberLandmarks } from './number-landmarks.ts';
import { simplerNumbers } from './simpler-numbers.ts';

export interface RealOptions {
  readonly from: number;
  readonly to: number;
  /** Where two thirds of the draws fall, if the range is much wider than that: [−20, 20] of all finite numbers. */
  readonly usual?: readonly [from: number, to: number];
  /** Values at which the task's rule changes: each is asked about, and what is just below and just above. */
  readonly thresholds?: readonly number[];
}

/**
 * A number from `from` to `to`, both included; −0 is in it if 0 is.
 *
 * A third of the draws has few digits, for people; a third has all of them, against tables and roundings; and a third is
 * of any order of magnitude, so that each decade of the range is met.
 */
export function real({ from, to, usual = [from, to], thresholds = [] }: RealOptions): Domain<number> {
  const contains = (x: number): boolean => typeof x === 'number' && x >= from && x <= to;
  const [low, high] = usual;
  const along = (u: number): number => low + u * (high - low);
  const draw = (random: Random): number => {
    const u = random.isModest ? random.next() * 2 : random.spread() * 3;
    if (u < 1) return withFewDigits(along(u), low, high);
    if (u < 2) return along(u - 1);
    return Math.min(to, Math.max(from, ofAnyMagnitude(u - 2, from, to)));
  };
  return {
    draw,
    contains,
    landmarks: numberLandmarks(from, to, thresholds),
    simpler: (x) => simplerNumbers(x, contains),
    fit: (x, random) => (contains(x) ? x : draw(random)),
  };
}

/** A share of the range to the next power of ten: a hundred values or more are left between the ends. */
function withFewDigits(x: number, low: number, high: number): number {
  const scale = 10 ** Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(high - low))));
  const rounded = Math.round(x * scale) / scale;
  return rounded >= low && rounded <= high ? rounded : x;
}

/** The smallest magnitude of a draw; what is smaller still is a landmark. */
const smallest = 1e-12;

/** The logarithm of the magnitude is uniform; in a range on both sides of 0 each gets a half of the draws. */
function ofAnyMagnitude(u: number, from: number, to: number): number {
  if (from > 0) return logUniform(from, to, u);
  if (to < 0) return -logUniform(-to, -from, u);
  if (from === 0 || to <= smallest) return from === 0 ? logUniform(smallest, to, u) : -logUniform(smallest, -from, u);
  return u < 0.5 ? -logUniform(smallest, -from, 2 * u) : logUniform(smallest, to, 2 * u - 1);
}

/** exp of a uniform number between the logarithms of two positive numbers, of which the second may be the smaller. */
export const logUniform = (from: number, to: number, u: number): number =>
  Math.exp(Math.log(from) + u * (Math.log(to) - Math.log(from)));
