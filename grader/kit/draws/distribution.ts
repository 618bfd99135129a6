import { normalCdf } from '../../../reference/statistics/statistics.ts';
import { truncatedCdf, truncatedKurtosis, truncatedLimit } from '../../../reference/weights/truncated-normal.ts';

/** What random numbers are drawn from, as far as the grader asks about it. */
export interface Distribution {
  readonly mean: number;
  /** The standard deviation; 0 where there is nothing to draw. */
  readonly std: number;
  /** E (x − mean)⁴ / std⁴ */
  readonly kurtosis: number;
  /** The least and the largest number that is drawn. */
  readonly support: readonly [from: number, to: number];
  /** The only numbers that are drawn, if there are few. */
  readonly values?: readonly number[];
  /** P(X ≤ x) */
  readonly cdf: (x: number) => number;
  /** E e^(ty) ≤ e^(t²/2) for y = (x − mean) / std: means stray no further than a normal's do. */
  readonly isSubGaussian: boolean;
}

const cut = (x: number): number => Math.max(0, Math.min(1, x));

/** The normal distribution N(mean, std²). */
export const normal = (mean: number, std: number): Distribution => ({
  mean,
  std,
  kurtosis: 3,
  support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  cdf: (x) => normalCdf((x - mean) / std),
  isSubGaussian: true,
});

/** The uniform distribution U[from, to]. */
export const uniform = (from: number, to: number): Distribution => ({
  mean: (from + to) / 2,
  std: (to - from) / Math.sqrt(12),
  kurtosis: 9 / 5,
  support: [from, to],
  cdf: (x) => cut((x - from) / (to - from)),
  isSubGaussian: true,
});

/**
 * The normal distribution that is cut off at two standard deviations, and has the standard deviation `std` afterwards.
 */
export const truncatedNormal = (mean: number, std: number): Distribution => ({
  mean,
  std,
  kurtosis: truncatedKurtosis,
  support: [mean - truncatedLimit * std, mean + truncatedLimit * std],
  cdf: (x) => truncatedCdf((x - mean) / std),
  isSubGaussian: true,
});

/**
 * The distribution of two numbers, `yes` with a probability of p, else `no`: the entries of a dropout mask are
 * `bernoulli(keep, 1 / keep)`.
 */
export function bernoulli(p: number, yes = 1, no = 0): Distribution {
  const [low, high] = [Math.min(yes, no), Math.max(yes, no)];
  const [q, ofLow] = [1 - p, yes < no ? p : 1 - p];
  const isCertain = p === 0 || p === 1;
  return {
    mean: p * yes + q * no,
    std: Math.sqrt(p * q) * (high - low),
    kurtosis: isCertain ? 1 : (1 - 3 * p * q) / (p * q),
    support: [low, high],
    values: isCertain ? [p === 1 ? yes : no] : [low, high],
    cdf: (x) => (x < low ? 0 : x < high ? ofLow : 1),
    isSubGaussian: false,
  };
}
