import { type Activation, type Layer, type LossAndGradients, type Matrix, NotImplemented } from './types';

/**
 * The mean over the batch of the loss −ln softmax(z_L)_label, and its gradients by backpropagation.
 *
 * Hidden layers: z = W·a + b, a = φ(z). The last layer is linear, its z_L are the logits. The answer is finite for logits
 * of ±10000 too.
 *
 * @param inputs one row per example
 * @param labels the class of each example, 0 … classes − 1
 * @returns `gradients` shaped as `layers`
 */
export function lossAndGradients(
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
): LossAndGradients {
  throw new NotImplemented('lossAndGradients');
}
