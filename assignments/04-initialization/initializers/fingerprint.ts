import type { Fingerprint, Tolerance } from '../../../grader/kit.ts';
import type { Matrix } from '../../../reference/numerics/types.ts';
import { normal } from '../../../reference/weights/weight-distributions.ts';
import { varianceOf } from '../parameters.ts';
import { fansOf, type WideAndTall } from './generators.ts';
import { summedUniforms } from './laws/sums.ts';
import type { Promised } from './promises.ts';
import { inUnits } from './weights.ts';

/** Features are 0 or 1, or estimates whose errors are alike. */
const flag = (holds: boolean): number => (holds ? 1 : 0);

/** The weights of a matrix, one row after the other, and what all features ask of them. */
export interface Weights {
  readonly rows: Matrix;
  readonly all: Float64Array;
  readonly mean: number;
  /** Means of w² and w⁴. */
  readonly square: number;
  readonly fourth: number;
  readonly largest: number;
}

export function weightsOf(rows: Matrix = []): Weights {
  const all = inUnits(rows);
  let [sum, squares, fourths, largest] = [0, 0, 0, 0];
  for (let i = 0; i < all.length; i++) {
    const w = all[i]!;
    const square = w * w;
    sum += w;
    squares += square;
    fourths += square * square;
    largest = Math.max(largest, Math.abs(w));
  }
  const { length } = all;
  return { rows, all, mean: sum / length, square: squares / length, fourth: fourths / length, largest };
}

/** Below this share of different weights the draws are not independent, and no moment of them says anything. */
const mostlyDifferent = 0.9;

/** What repeats, repeats in a corner of so many rows and columns as well. */
const corner = 20;

function isMostlyDifferent(matrix: Matrix): boolean {
  const weights = inUnits(matrix.slice(0, corner).map((row) => row.slice(0, corner))).sort();
  let different = Math.min(1, weights.length);
  for (let i = 1; i < weights.length; i++) if (!Object.is(weights[i], weights[i - 1])) different += 1;
  return different >= mostlyDifferent * weights.length;
}

/**
 * What tells one distribution from another, or one way of repeating weights from another: the shape, what repeats, and
 * the moments in units of those that were asked for.
 */
export function matrixFeatures(weights: Weights, fanIn: number, fanOut: number, variance: number): readonly number[] {
  const { rows, all, mean, square, fourth } = weights;
  const [first = []] = rows;
  const shape = [rows.length / fanOut, first.length / fanIn];
  if (!isMostlyDifferent(rows)) {
    const isEveryRow = rows.every((row) => row.every((w, i) => w === first[i]));
    const isEveryColumn = rows.every((row) => row.every((w) => w === row[0]));
    return [...shape, 2, flag(isEveryRow), flag(isEveryColumn), flag(all.every((w) => w === 0))];
  }
  return [
    ...shape,
    1,
    mean / Math.sqrt(square),
    // In logarithms the error of an estimate is the same for large and small.
    Math.log(square / variance),
    // 0.75 for a normal, 0.45 for a uniform.
    fourth / (4 * square ** 2),
  ];
}

/** 9,000 weights give each of the moments above to 0.015 or better; two estimates differ by hardly more than thrice √2 of that. */
export const estimated: Tolerance = { relative: 0, absolute: 0.065 };

/** The largest weight, in standard deviations of the whole: √3 for a uniform, more than 3 for many draws of a normal. */
const reachOf = ({ largest, square }: Weights): number => largest / Math.sqrt(square);

/** Wider than a uniform, and without the tails of a normal: at two standard deviations of the whole, say. */
export function isCutOff(weights: Weights): number {
  const reach = reachOf(weights);
  return flag(reach > 1.8 && reach < 3);
}

export const hasTails = (weights: Weights): number => flag(reachOf(weights) >= 3);

/** Whether one weight in fifty is the largest: what was beyond some number has been set to it. */
function isPiledUp({ all, largest }: Weights): number {
  const most = largest * (1 - 1e-6);
  let piled = 0;
  for (let i = 0; i < all.length; i++) if (Math.abs(all[i]!) >= most) piled += 1;
  return flag(piled > all.length / 50);
}

export const hasInfinite = (matrix: Matrix): number => flag(!matrix.every((row) => row.every(Number.isFinite)));

/** 1 where two matrices hold the same numbers but for a factor, row after row. */
export function areAlike(one: Weights, other: Weights): number {
  const [a, b] = [one.all, other.all];
  let product = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) product += a[i]! * b[i]!;
  return flag(product > 0.9 * Math.sqrt(a.length * one.square * (b.length * other.square)));
}

/** Whether they are sums of uniform numbers, in units of the standard deviation that they should have. */
const areSums = ({ all }: Weights, std: number): number => flag(summedUniforms(all.map((w) => w / std)) !== undefined);

/** Of a layer with many inputs, one with many outputs, and small ones drawn from states that give a 0. */
export const weightsFingerprint = (promise: Promised, zeros: number): Fingerprint<WideAndTall, Matrix> => ({
  features(input, { values }) {
    const [wide, tall] = values;
    const atZero = values.slice(-zeros);
    const layers = [weightsOf(wide), weightsOf(tall)] as const;
    const large = fansOf(input).flatMap(([fanIn, fanOut], i) =>
      matrixFeatures(layers[i]!, fanIn, fanOut, varianceOf(promise, fanIn, fanOut)),
    );
    const [fanIn, fanOut] = fansOf(input)[0]!;
    const sums = promise.family !== normal ? 0 : areSums(layers[0], Math.sqrt(varianceOf(promise, fanIn, fanOut)));
    return [areAlike(...layers), ...large, isPiledUp(layers[0]), sums, ...atZero.map(hasInfinite)];
  },
  tolerance: estimated,
});
