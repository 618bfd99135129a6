import type { Vector } from './types.ts';

/** L(t, y) = −(1/N) Σ [t_i ln y_i + (1 − t_i) ln(1 − y_i)], natural logarithms. */
export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const terms = targets.map((t, i) => {
    const y = predictions[i]!;
    return t * Math.log(y) + (1 - t) * Math.log1p(-y);
  });
  return -terms.reduce((sum, term) => sum + term, 0) / targets.length;
}

/** ∂L/∂y_i = (y_i − t_i) / (N·y_i(1 − y_i)). */
export const binaryCrossEntropyGradient = (targets: Vector, predictions: Vector): Vector =>
  targets.map((t, i) => {
    const y = predictions[i]!;
    return (y - t) / (y * (1 - y) * targets.length);
  });
