import { Interval, type Violation } from '../../grader/contract.ts';
import { dkwEpsilon, subGaussianBound } from '../../reference/concentration.ts';
import type { Matrix } from '../../reference/types.ts';

/** An estimate that is further from what is expected than chance explains; NaN is. */
export const unlessWithin = (received: number, center: number, halfWidth: number, call = 0): Violation | undefined =>
  Math.abs(received - center) <= halfWidth ? undefined : { expected: new Interval(center, halfWidth), received, call };

export function largestOf(draws: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < draws.length; i++) largest = Math.max(largest, Math.abs(draws[i]!));
  return largest;
}

/** The largest of many draws is not as far out as it has to be; of a normal it is hardly ever beyond 8. */
export function unlessBeyond(largest: number, least: number, limit: number, call = 0): Violation | undefined {
  if (largest >= least) return undefined;
  const most = Math.min(8, limit);
  return { expected: new Interval((least + most) / 2, (most - least) / 2), received: largest, call };
}

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

/** All weights of a matrix in units of a standard deviation, one row after the other. */
export function inUnits(matrix: Matrix, std = 1): Float64Array {
  const draws = new Float64Array(matrix.reduce((sum, row) => sum + row.length, 0));
  let at = 0;
  for (const row of matrix) for (let i = 0; i < row.length; i++) draws[at++] = row[i]! / std;
  return draws;
}

/** All weights of some matrices, each divided by the standard deviation that its matrix should have. */
export function standardized(matrices: readonly Matrix[], std: (index: number) => number): Float64Array {
  const parts = matrices.map((matrix, index) => inUnits(matrix, std(index)));
  const draws = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    draws.set(part, at);
    at += part.length;
  }
  return draws;
}

/** In so many steps is a distribution function looked at: each costs an incomplete gamma function. */
const steps = 1000;

/**
 * sup|F_N − F| over a thousand of the N draws. Not over all: that makes it less by up to 1/1000, and never more, so the
 * bound holds.
 */
function kolmogorovDistance(draws: Float64Array, cdf: (x: number) => number): number {
  const sorted = draws.toSorted();
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
  draws: Float64Array,
  count: number,
  cdf: (x: number) => number,
  alpha: number,
): Violation | undefined {
  return unlessWithin(kolmogorovDistance(draws, cdf), 0, dkwEpsilon(count, alpha) + resolution);
}

/** Rows of numbers, in units of a standard deviation: quicker to go through than a student's arrays. */
export const rowsOf = (matrix: Matrix, std: number): Float64Array[] =>
  matrix.map((row) => Float64Array.from(row, (w) => w / std));

/**
 * |⟨a, b⟩| / ‖a‖ over all pairs of rows, at most; b is standardized. Given a, this is as |Z| of variance 1, whether the
 * weights are normal, uniform or truncated: independent rows stay below `correlationBound`.
 */
export function largestCorrelation(rows: readonly Float64Array[]): number {
  let largest = 0;
  for (let i = 1; i < rows.length; i++) {
    const a = rows[i]!;
    let square = 0;
    for (let k = 0; k < a.length; k++) square += a[k]! * a[k]!;
    let product = 0;
    for (let j = 0; j < i; j++) product = Math.max(product, Math.abs(dot(a, rows[j]!)));
    largest = Math.max(largest, product / Math.sqrt(square));
  }
  return largest;
}

/** NaN where b is shorter. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

export const pairsOf = (rows: number): number => (rows * (rows - 1)) / 2;

/** What the largest of so many correlations exceeds with a probability of at most alpha. */
export const correlationBound = (pairs: number, alpha: number): number => subGaussianBound(alpha / pairs);

export const transposed = (matrix: Matrix): Matrix =>
  Array.from({ length: matrix[0]?.length ?? 0 }, (_, i) => matrix.map((row) => row[i] ?? Number.NaN));

/** The columns, as rows; NaN where a row is shorter than the first. */
export const columnsOf = (rows: readonly Float64Array[]): Float64Array[] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, i) => Float64Array.from(rows, (row) => row[i] ?? Number.NaN));
