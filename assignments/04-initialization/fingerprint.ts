import type { Fingerprint } from '../../grader/contract.ts';
import type { Matrix } from '../../reference/types.ts';
import { moment } from '../../reference/variance.ts';
import type { Promised } from './distributions.ts';
import { fansOf, type WideAndTall } from './generators.ts';

/** Below this share of different weights the draws are not independent, and no moment of them says anything. */
const mostlyDifferent = 0.9;

/**
 * What tells one distribution from another, or one way of repeating weights from another: the shape, the share of
 * different weights, and the moments in units of those that were asked for.
 */
export function matrixFeatures(matrix: Matrix, fanIn: number, fanOut: number, variance: number): readonly number[] {
  const weights = matrix.flat();
  const shape = [matrix.length / fanOut, (matrix[0]?.length ?? 0) / fanIn];
  const different = new Set(weights).size / weights.length;
  if (!(different >= mostlyDifferent)) return [...shape, different, constantOf(weights), 0, 0];
  const square = moment(weights, 2);
  return [
    ...shape,
    1,
    moment(weights, 1) / Math.sqrt(square),
    // In logarithms the error of an estimate is the same for large and small.
    Math.log(square / variance),
    moment(weights, 4) / square ** 2,
  ];
}

/** 0 or 1 where all weights are this; another constant depends on the draws. */
function constantOf(weights: readonly number[]): number {
  const [first] = weights;
  return (first === 0 || first === 1) && weights.every((w) => w === first) ? first : 2;
}

/** 1 where two calls gave the same numbers but for a factor, about 0 where they are independent. */
function alikeness(a: readonly number[], b: readonly number[]): number {
  const product = a.reduce((sum, w, i) => sum + w * (b[i] ?? 0), 0);
  return product / Math.sqrt(a.length * moment(a, 2) * (b.length * moment(b, 2)));
}

/** 30,000 weights give a variance to 0.8 %, a fourth moment to 3 %, a mean to 0.006 standard deviations. */
export const estimated = { relative: 0.05, absolute: 0.05 };

export const weightsFingerprint = ({ scale, n }: Promised): Fingerprint<WideAndTall, Matrix> => ({
  features(input, { values }) {
    const [first = [], second = []] = values;
    const alike = alikeness(first.flat(), second.flat());
    const matrices = fansOf(input).flatMap(([fanIn, fanOut], i) =>
      matrixFeatures(values[i] ?? [], fanIn, fanOut, scale / n(fanIn, fanOut)),
    );
    // Weights that repeat themselves may do so by chance from call to call.
    return [alike > 0.9 ? 1 : 0, ...matrices];
  },
  tolerance: estimated,
});
