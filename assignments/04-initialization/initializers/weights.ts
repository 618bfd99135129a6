import { Interval, remembered, type Violation } from '../../../grader/kit.ts';
import { dkwEpsilon, subGaussianBound } from '../../../reference/concentration.ts';
import type { Matrix, Rows } from '../../../reference/types.ts';

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

/** The weights of a matrix in units of the standard deviation that they should have, all together and row by row. */
export interface Units {
  readonly draws: Float64Array;
  readonly rows: () => readonly Float64Array[];
}

export function unitsOf(matrix: Matrix, std: number): Units {
  const draws = inUnits(matrix, std);
  const rows = (): Float64Array[] => {
    let from = 0;
    return matrix.map((row) => {
      from += row.length;
      return draws.subarray(from - row.length, from);
    });
  };
  return { draws, rows };
}

/** Distribution functions are compared between −6 and 6 standard deviations, in so many places. */
const reach = 6;
const places = 4096;
const placeOf = (k: number): number => (k / places) * 2 * reach - reach;

const valuesOf = remembered((cdf: (x: number) => number) =>
  Float64Array.from({ length: places }, (_, k) => cdf(placeOf(k))),
);

/**
 * sup|F_N − F| over a few thousand places. Not over all: that makes it less by up to 0.0012, and never more, so the bound
 * holds. NaN where a draw is.
 */
function kolmogorovDistance(draws: Float64Array, cdf: (x: number) => number): number {
  const counts = new Uint32Array(places + 1);
  for (let i = 0; i < draws.length; i++) {
    const place = Math.ceil(((draws[i]! + reach) / (2 * reach)) * places);
    if (Number.isNaN(place)) return Number.NaN;
    counts[Math.max(0, Math.min(places, place))]! += 1;
  }
  const right = valuesOf(cdf);
  let below = 0;
  let distance = 0;
  for (let k = 0; k < places; k++) {
    below += counts[k]!;
    distance = Math.max(distance, Math.abs(below / draws.length - right[k]!));
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
