import {
  bernsteinEpsilon,
  chiSquareMeanEpsilon,
  dkwEpsilon,
  subGaussianBound,
} from '../../../reference/statistics/concentration.ts';
import type { Violation } from '../laws/law.ts';
import { Interval } from '../values/data.ts';
import type { Distribution } from './distribution.ts';
import { type Drawn, snapped } from './drawn-numbers.ts';

export const unlessWithin = (received: number, center: number, halfWidth: number): Violation | undefined =>
  Math.abs(received - center) <= halfWidth ? undefined : { expected: new Interval(center, halfWidth), received };

export const meanOf = (numbers: Float64Array, of = (y: number): number => y): number =>
  numbers.reduce((sum, y) => sum + of(y), 0) / numbers.length;

/** How far from its mean a number is at most, in standard deviations. */
export const rangeOf = ({ support: [from, to], mean, std }: Distribution): number =>
  Math.max(to - mean, mean - from) / std;

/** Numbers of which there is something to estimate. */
export const areRandom = ({ units, distribution }: Drawn): boolean => units.length > 0 && distribution.std > 0;

/** The mean is not the one that was asked for: it strays by less with a probability of at least 1 − alpha. */
export function unlessOfMean(drawn: Drawn, alpha: number): Violation | undefined {
  if (!areRandom(drawn)) return undefined;
  const { units, distribution } = drawn;
  const { mean, std, isSubGaussian } = distribution;
  const epsilon = isSubGaussian
    ? subGaussianBound(alpha) / Math.sqrt(units.length)
    : bernsteinEpsilon(units.length, 1, rangeOf(distribution), alpha);
  return unlessWithin(mean + std * meanOf(units), mean, std * epsilon);
}

/** The mean of y² is not 1. It is in [0, R²] and has the variance kurtosis − 1 (Bernstein); of a normal it is χ². */
export function unlessOfVariance(drawn: Drawn, alpha: number): Violation | undefined {
  if (!areRandom(drawn)) return undefined;
  const { units, distribution } = drawn;
  const { std, kurtosis, isSubGaussian } = distribution;
  const range = Math.max(rangeOf(distribution) ** 2 - 1, 1);
  const epsilons = [
    ...(isSubGaussian ? [chiSquareMeanEpsilon(units.length, alpha)] : []),
    ...(Number.isFinite(range) ? [bernsteinEpsilon(units.length, kurtosis - 1, range, alpha)] : []),
  ];
  return unlessWithin(std ** 2 * meanOf(units, (y) => y * y), std ** 2, std ** 2 * Math.min(...epsilons));
}

/** `Rng` gives numbers of 32 bits: no distribution function is nearer to a continuous one than that. */
const resolution = 2 ** -32;

/** sup|F_N − F| is more than Dvoretzky, Kiefer and Wolfowitz allow, in one of the numbers that were drawn or just below it. */
export function unlessDistributed(drawn: Drawn, alpha: number): Violation | undefined {
  if (!areRandom(drawn)) return undefined;
  const { units, distribution } = drawn;
  const { mean, std, cdf, values } = distribution;
  const sorted = units.toSorted();
  const { length } = sorted;
  let distance = 0;
  for (let i = 0; i < length; i++) {
    const below = cdf(snapped(mean + std * sorted[i]!, distribution));
    if (sorted[i + 1] !== sorted[i]) distance = Math.max(distance, Math.abs((i + 1) / length - below));
    // Where there are few values, the function jumps in each: just below it is for the value before.
    if (!values && sorted[i - 1] !== sorted[i]) distance = Math.max(distance, Math.abs(i / length - below));
  }
  return unlessWithin(distance, 0, dkwEpsilon(length, alpha) + resolution);
}
