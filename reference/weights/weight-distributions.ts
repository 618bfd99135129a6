import type { WeightFamily } from '../gains/unit-input.ts';
import { bernsteinEpsilon, chiSquareMeanEpsilon } from '../statistics/concentration.ts';
import { largestNormal, largestQuantile, normalCdf, normalDensity } from '../statistics/statistics.ts';
import {
  truncatedCdf,
  truncatedDensity,
  truncatedKurtosis,
  truncatedLimit,
  truncatedMoment,
} from './truncated-normal.ts';

/** A family of distributions of mean 0 that a scale parameter tells apart, as it is with variance 1. */
export interface WeightDistribution {
  readonly name: WeightFamily;
  readonly cdf: (x: number) => number;
  readonly density: (x: number) => number;
  /** No draw is larger. */
  readonly limit: number;
  /** E x⁴, E x⁶ and E x⁸. */
  readonly kurtosis: number;
  readonly sixth: number;
  readonly eighth: number;
  /** |mean of x² − 1| over N draws exceeds it with a probability of at most alpha. */
  readonly varianceEpsilon: (draws: number, alpha: number) => number;
  /** The largest |x| of N draws falls short of it with a probability of alpha. */
  readonly reach: (draws: number, alpha: number) => number;
}

const cut = (x: number): number => Math.max(0, Math.min(1, x));
const reachOf =
  (cdf: WeightDistribution['cdf'], limit: number): WeightDistribution['reach'] =>
  (draws, alpha) =>
    largestQuantile(cdf, limit, draws, alpha);

/**
 * x² lies in [0, limit²] and has the variance kurtosis − 1 (Bernstein). What holds for a normal holds as well, and is less
 * for few draws.
 */
const boundedVariance =
  (kurtosis: number, limit: number): WeightDistribution['varianceEpsilon'] =>
  (draws, alpha) =>
    Math.min(bernsteinEpsilon(draws, kurtosis - 1, limit ** 2 - 1, alpha), chiSquareMeanEpsilon(draws, alpha));

const uniformLimit = Math.sqrt(3);
const uniformCdf = (x: number): number => cut((1 + x / uniformLimit) / 2);

/** U[−√3, √3] */
export const uniform: WeightDistribution = {
  name: 'uniform',
  cdf: uniformCdf,
  density: (x) => (Math.abs(x) <= uniformLimit ? 1 / (2 * uniformLimit) : 0),
  limit: uniformLimit,
  kurtosis: 9 / 5,
  sixth: 27 / 7,
  eighth: 9,
  varianceEpsilon: boundedVariance(9 / 5, uniformLimit),
  reach: reachOf(uniformCdf, uniformLimit),
};

/** N(0, 1) */
export const normal: WeightDistribution = {
  name: 'normal',
  cdf: normalCdf,
  density: normalDensity,
  limit: Number.POSITIVE_INFINITY,
  kurtosis: 3,
  sixth: 15,
  eighth: 105,
  varianceEpsilon: chiSquareMeanEpsilon,
  reach: largestNormal,
};

/** A normal distribution cut off at two standard deviations, and stretched to have variance 1. */
export const truncated: WeightDistribution = {
  name: 'truncated',
  cdf: truncatedCdf,
  density: truncatedDensity,
  limit: truncatedLimit,
  kurtosis: truncatedKurtosis,
  sixth: truncatedMoment(6),
  eighth: truncatedMoment(8),
  varianceEpsilon: boundedVariance(truncatedKurtosis, truncatedLimit),
  reach: reachOf(truncatedCdf, truncatedLimit),
};

/** From here on a weight counts as this far out: the fourth power of a normal has no bound, and Bernstein's inequality needs one. */
export const farthest = 4;

/** What lies beyond `farthest` adds so much to the kurtosis of a normal: E[(h(x) − h(4))⁺] for h(x) = x⁴ − 6(x² − 1). */
const beyondFarthest = 0.0036;

/**
 * How far the skewness m₃ − κm₁ and the kurtosis m₄ − 2κ(m₂ − 1) of N draws are from 0 and κ with a probability of at most
 * alpha each (Bernstein). They are means of h(y) = y³ − κy and y⁴ − 2κ(y² − 1), y = x within ±`farthest`, whose squares about
 * 0 and κ have at most the expectations that x itself gives them.
 */
export function shapeBounds({ kurtosis, sixth, eighth, limit, name }: WeightDistribution) {
  const end = Math.min(limit, farthest);
  const third = {
    variance: sixth - kurtosis ** 2,
    // At an end, or where the derivative is 0.
    range: Math.max(end ** 3 - kurtosis * end, 2 * (kurtosis / 3) ** 1.5),
  };
  const fourth = {
    variance: eighth - kurtosis ** 2 - 4 * kurtosis * (sixth - kurtosis) + 4 * kurtosis ** 2 * (kurtosis - 1),
    range: Math.max(
      ...[0, Math.sqrt(kurtosis), end].map((y) => Math.abs(y ** 4 - 2 * kurtosis * (y * y - 1) - kurtosis)),
    ),
  };
  const missing = name === 'normal' ? beyondFarthest : 0;
  return {
    skewness: (draws: number, alpha: number): number => bernsteinEpsilon(draws, third.variance, third.range, alpha),
    kurtosis: (draws: number, alpha: number): number =>
      missing + bernsteinEpsilon(draws, fourth.variance, fourth.range + missing, alpha),
  };
}
