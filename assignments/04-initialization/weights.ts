import { Interval, type Violation } from '../../grader/contract.ts';
import { dkwEpsilon, subGaussianBound } from '../../reference/concentration.ts';
import type { Matrix } from '../../reference/types.ts';

/** An estimate that is further from what is expected than chance explains; NaN is. */
export const unlessWithin = (received: number, center: number, halfWidth: number, call = 0): Violation | undefined =>
  Math.abs(received - center) <= halfWidth ? undefined : { expected: new Interval(center, halfWidth), received, call };

/** Rounding at the ends of an interval, and weights of 32 bits in a Float32Array. */
export const rounding = 1e-6;

export const largestOf = (draws: readonly number[]): number => draws.reduce((max, x) => Math.max(max, Math.abs(x)), 0);

/** The largest of many standard normal draws is not as far out as it has to be; upwards it is hardly ever beyond 8. */
export const unlessBeyond = (largest: number, least: number, call = 0): Violation | undefined =>
  largest >= least ? undefined : { expected: new Interval((least + 8) / 2, (8 - least) / 2), received: largest, call };

/** The first of several violations, if there is one. */
export function firstOf<T>(
  items: readonly T[],
  check: (item: T, index: number) => Violation | undefined,
): Violation | undefined {
  for (const [index, item] of items.entries()) {
    const violation = check(item, index);
    if (violation) return violation;
  }
  return undefined;
}

/** All weights of some matrices, each divided by the standard deviation that its matrix should have. */
export const standardized = (matrices: readonly Matrix[], std: (index: number) => number): number[] =>
  matrices.flatMap((matrix, index) => {
    const unit = std(index);
    return matrix.flatMap((row) => row.map((w) => w / unit));
  });

/** In so many steps is a distribution function looked at: each costs an incomplete gamma function. */
const steps = 1000;

/**
 * sup|F_N − F| over a thousand of the N draws. Not over all: that makes it less by up to 1/1000, and never more, so the
 * bound holds.
 */
function kolmogorovDistance(draws: readonly number[], cdf: (x: number) => number): number {
  const sorted = Float64Array.from(draws).sort();
  const n = sorted.length;
  let distance = 0;
  for (let step = 0; step < steps; step++) {
    const i = Math.floor((step * n) / steps);
    const right = cdf(sorted[i]!);
    // Also NaN where a weight is none.
    distance = Math.max(distance, right - i / n, (i + 1) / n - right);
  }
  return distance;
}

/** `Rng` gives numbers of 32 bits: no distribution function is nearer to a continuous one than that. */
const resolution = 2 ** -32;

/** The histogram of the draws is not that of a distribution: expected is a distance of at most ε. */
export function unlessDistributed(
  draws: readonly number[],
  count: number,
  cdf: (x: number) => number,
  alpha: number,
): Violation | undefined {
  return unlessWithin(kolmogorovDistance(draws, cdf), 0, dkwEpsilon(count, alpha) + resolution);
}

/**
 * |⟨a, b⟩| / ‖a‖ over all pairs of rows, at most; b is standardized. Given a, this is as |Z| of variance 1, whether the
 * weights are normal or uniform: independent rows stay below `correlationBound`.
 */
export function largestCorrelation(rows: Matrix): number {
  const norms = rows.map((row) => Math.hypot(...row));
  let largest = 0;
  for (let i = 0; i < rows.length; i++) {
    const a = rows[i]!;
    for (let j = 0; j < i; j++) {
      const b = rows[j]!;
      let product = 0;
      for (let k = 0; k < a.length; k++) product += a[k]! * b[k]!;
      largest = Math.max(largest, Math.abs(product) / norms[i]!);
    }
  }
  return largest;
}

export const pairsOf = (rows: number): number => (rows * (rows - 1)) / 2;

/** What the largest of so many correlations exceeds with a probability of at most alpha. */
export const correlationBound = (pairs: number, alpha: number): number => subGaussianBound(alpha / pairs);

export const transposed = (matrix: Matrix): Matrix =>
  Array.from({ length: matrix[0]?.length ?? 0 }, (_, i) => matrix.map((row) => row[i] ?? Number.NaN));
