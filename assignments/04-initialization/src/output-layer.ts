import { NotImplemented, type Vector } from './types';

/**
 * softmax(z)_i = e^(z_i) / Σ_j e^(z_j).
 *
 * Must be finite for logits of ±10000, too.
 */
export function softmax(logits: Vector): Vector {
  throw new NotImplemented('softmax');
}

/**
 * Biases b of the output layer for which softmax(W·h + b) is the vector of class frequencies as long as W·h is 0. Any
 * constant may be added to all of them.
 *
 * @param classFrequencies all of them positive, their sum is 1
 */
export function outputBias(classFrequencies: Vector): Vector {
  throw new NotImplemented('outputBias');
}
