import type { Fingerprint, Tolerance } from '../../grader/contract.ts';
import type { Matrix } from '../../reference/types.ts';
import { moment } from '../../reference/variance.ts';
import type { Promised } from './distributions.ts';
import { fansOf, type WideAndTall } from './generators.ts';
import { varianceOf } from './parameters.ts';
import { inUnits, largestOf } from './weights.ts';

/** Features are 0 or 1, or estimates whose errors are alike. */
const flag = (holds: boolean): number => (holds ? 1 : 0);

/** Below this share of different weights the draws are not independent, and no moment of them says anything. */
const mostlyDifferent = 0.9;

/** What repeats, repeats in a corner of so many rows and columns as well. */
const corner = 40;

function isMostlyDifferent(matrix: Matrix): boolean {
  const weights = matrix.slice(0, corner).flatMap((row) => row.slice(0, corner));
  return new Set(weights).size >= mostlyDifferent * weights.length;
}

/**
 * What tells one distribution from another, or one way of repeating weights from another: the shape, what repeats, and
 * the moments in units of those that were asked for.
 */
export function matrixFeatures(matrix: Matrix, fanIn: number, fanOut: number, variance: number): readonly number[] {
  const weights = inUnits(matrix);
  const [first = []] = matrix;
  const shape = [matrix.length / fanOut, first.length / fanIn];
  if (!isMostlyDifferent(matrix)) {
    const isEveryRow = matrix.every((row) => row.every((w, i) => w === first[i]));
    const isEveryColumn = matrix.every((row) => row.every((w) => w === row[0]));
    return [...shape, 2, flag(isEveryRow), flag(isEveryColumn), flag(weights.every((w) => w === 0))];
  }
  const square = moment(weights, 2);
  return [
    ...shape,
    1,
    moment(weights, 1) / Math.sqrt(square),
    // In logarithms the error of an estimate is the same for large and small.
    Math.log(square / variance),
    // 0.75 for a normal, 0.45 for a uniform.
    moment(weights, 4) / (4 * square ** 2),
  ];
}

/** 9,000 weights give each of the moments above to 0.015 or better; two estimates differ by hardly more than thrice √2 of that. */
export const estimated: Tolerance = { relative: 0, absolute: 0.065 };

/** The largest weight, in standard deviations of the whole: √3 for a uniform, more than 3 for many draws of a normal. */
const reachOf = (matrix: Matrix): number => {
  const weights = inUnits(matrix);
  return largestOf(weights) / Math.sqrt(moment(weights, 2));
};

/** Wider than a uniform, and without the tails of a normal: at two standard deviations of the whole, say. */
export function isCutOff(matrix: Matrix): number {
  const reach = reachOf(matrix);
  return flag(reach > 1.8 && reach < 3);
}

export const hasTails = (matrix: Matrix): number => flag(reachOf(matrix) >= 3);

/** Whether one weight in fifty is the largest: what was beyond some number has been set to it. */
export function isPiledUp(matrix: Matrix): number {
  const weights = inUnits(matrix);
  const most = largestOf(weights) * (1 - 1e-6);
  let piled = 0;
  for (let i = 0; i < weights.length; i++) if (Math.abs(weights[i]!) >= most) piled += 1;
  return flag(piled > weights.length / 50);
}

export const hasInfinite = (matrix: Matrix): number => flag(!inUnits(matrix).every(Number.isFinite));

/** 1 where two matrices hold the same numbers but for a factor, row after row. */
export function areAlike(one: Matrix, other: Matrix): number {
  const [a, b] = [inUnits(one), inUnits(other)];
  let product = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) product += a[i]! * b[i]!;
  return flag(product > 0.9 * Math.sqrt(a.length * moment(a, 2) * (b.length * moment(b, 2))));
}

/** Of a layer with many inputs, one with many outputs, and small ones drawn from states that give a 0. */
export const weightsFingerprint = (promise: Promised): Fingerprint<WideAndTall, Matrix> => ({
  features(input, { values }) {
    const [first = [], second = [], ...atZero] = values;
    const large = fansOf(input).flatMap(([fanIn, fanOut], i) =>
      matrixFeatures(values[i] ?? [], fanIn, fanOut, varianceOf(promise, fanIn, fanOut)),
    );
    return [areAlike(first, second), ...large, isPiledUp(first), ...atZero.map(hasInfinite)];
  },
  tolerance: estimated,
});
