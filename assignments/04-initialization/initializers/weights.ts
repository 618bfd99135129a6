import { Interval, type Violation } from '../../../grader/kit.ts';
import type { Matrix, Rows } from '../../../reference/numerics/types.ts';
import { subGaussianBound } from '../../../reference/statistics/concentration.ts';

/** An estimate that is further from what is expected than chance explains; NaN is. */
export const unlessWithin = (received: number, center: number, halfWidth: number, call = 0): Violation | undefined =>
  Math.abs(received - center) <= halfWidth ? undefined : { expected: new Interval(center, halfWidth), received, call };

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
  for (let i = 0; i < items.length; i++) {
    const violation = check(items[i]!, i);
    if (violation) return violation;
  }
  return undefined;
}

/** All weights of a matrix in units of a standard deviation, one row after the other. */
export function inUnits(matrix: Matrix, std = 1): Float64Array {
  let length = 0;
  for (const row of matrix) length += row.length;
  const draws = new Float64Array(length);
  let at = 0;
  for (const row of matrix) {
    for (let i = 0; i < row.length; i++) draws[at++] = row[i]! / std;
  }
  return draws;
}

/** The columns, as rows; NaN where a row is shorter than the first. */
export function columnsOf(rows: Rows): Float64Array[] {
  const entries = new Float64Array(rows.length * (rows[0]?.length ?? 0));
  const columns = Array.from(rows[0] ?? [], (_, i) => entries.subarray(i * rows.length, (i + 1) * rows.length));
  for (let j = 0; j < rows.length; j++) {
    const row = rows[j]!;
    for (let i = 0; i < columns.length; i++) columns[i]![j] = row[i] ?? Number.NaN;
  }
  return columns;
}

/**
 * |⟨a, b⟩| / ‖a‖ over all pairs of rows, at most; b is standardized. Given a, this is as |Z| of variance 1, whether the
 * weights are normal, uniform or truncated: independent rows stay below `correlationBound`.
 */
export function largestCorrelation(rows: readonly Float64Array[]): number {
  let largest = 0;
  for (let i = 1; i < rows.length; i++) {
    const a = rows[i]!;
    let product = 0;
    let j = 0;
    for (; j + 3 < i; j += 4) product = Math.max(product, fourProducts(a, rows, j));
    for (; j < i; j++) product = Math.max(product, Math.abs(dot(a, rows[j]!)));
    largest = Math.max(largest, product / Math.sqrt(dot(a, a)));
  }
  return largest;
}

/** By how much weights are larger than they should be, if they are: their root mean square, or 1. */
export const excessOf = (weights: Float64Array): number =>
  Math.max(1, Math.sqrt(dot(weights, weights) / weights.length));

/**
 * As large as they should be, or less: how independent weights are is asked apart from how large they are. Of right ones it
 * makes no correlation worse.
 */
export function standardized(weights: Float64Array): Float64Array {
  const excess = excessOf(weights);
  return excess > 1.1 ? weights.map((x) => x / excess) : weights;
}

/** NaN where b is shorter. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** The largest |⟨a, b⟩| of four rows b, from row j on: four sums that need not wait for each other. */
function fourProducts(a: Float64Array, rows: readonly Float64Array[], j: number): number {
  const b = rows[j]!;
  const c = rows[j + 1]!;
  const d = rows[j + 2]!;
  const e = rows[j + 3]!;
  let ab = 0;
  let ac = 0;
  let ad = 0;
  let ae = 0;
  for (let k = 0; k < a.length; k++) {
    const x = a[k]!;
    ab += x * b[k]!;
    ac += x * c[k]!;
    ad += x * d[k]!;
    ae += x * e[k]!;
  }
  return Math.max(Math.abs(ab), Math.abs(ac), Math.abs(ad), Math.abs(ae));
}

export const pairsOf = (rows: number): number => (rows * (rows - 1)) / 2;

/** What the largest of so many correlations exceeds with a probability of at most alpha. */
export const correlationBound = (pairs: number, alpha: number): number => subGaussianBound(alpha / pairs);
