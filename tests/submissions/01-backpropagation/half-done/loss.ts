import { NotImplemented, type Vector } from './types';

/**
 * Binary cross-entropy, the mean over N predictions:
 * L(t, y) = −(1/N) Σ [t_i ln y_i + (1 − t_i) ln(1 − y_i)], with the natural logarithm.
 *
 * @param targets t, each in [0, 1]
 * @param predictions y, each in [1e-12, 1 − 1e-12]; as many as targets
 */
export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  throw new NotImplemented('binaryCrossEntropy');
}

/** Its gradient: entry i is ∂L/∂y_i. L is a mean, so 1/N belongs to it. */
export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  throw new NotImplemented('binaryCrossEntropyGradient');
}
