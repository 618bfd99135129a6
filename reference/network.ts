import { sigmoid, sigmoidDerivative } from './activations.ts';
import { multiply, multiplyTransposed, outer } from './linear-algebra.ts';
import { binaryCrossEntropyGradient } from './losses.ts';
import type { ForwardPass, Layer, Vector } from './types.ts';

/** z_l = W_l·a_(l−1) + b_l, a_l = σ(z_l), a_0 the input. */
export function forward(layers: readonly Layer[], input: Vector): ForwardPass {
  const preactivations: Vector[] = [];
  const activations: Vector[] = [input];
  for (const { weights, biases } of layers) {
    const z = multiply(weights, activations.at(-1)!).map((sum, j) => sum + biases[j]!);
    preactivations.push(z);
    activations.push(z.map(sigmoid));
  }
  return { preactivations, activations };
}

/**
 * Backpropagation of the binary cross-entropy of one example (Rumelhart, Hinton & Williams 1986):
 * δ_L = ∂L/∂a_L ⊙ σ′(z_L), δ_l = W_(l+1)ᵀ·δ_(l+1) ⊙ σ′(z_l), ∂L/∂W_l = δ_l·a_(l−1)ᵀ, ∂L/∂b_l = δ_l.
 */
export function backward(layers: readonly Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  const gradients: Layer[] = [];
  let upstream = binaryCrossEntropyGradient(targets, pass.activations.at(-1)!);
  for (let l = layers.length - 1; l >= 0; l--) {
    const z = pass.preactivations[l]!;
    const input = pass.activations[l]!;
    const delta = upstream.map((value, j) => value * sigmoidDerivative(z[j]!));
    gradients.unshift({ weights: outer(delta, input), biases: delta });
    upstream = multiplyTransposed(layers[l]!.weights, delta, input.length);
  }
  return gradients;
}

/** θ − η·g for every weight and bias. */
export const gradientDescentStep = (
  layers: readonly Layer[],
  gradients: readonly Layer[],
  learningRate: number,
): Layer[] =>
  layers.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => row.map((w, i) => w - learningRate * gradients[l]!.weights[j]![i]!)),
    biases: biases.map((b, j) => b - learningRate * gradients[l]!.biases[j]!),
  }));
