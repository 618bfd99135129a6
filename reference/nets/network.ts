import type { Activation } from '../activations/activation-choice.ts';
import { multiply, multiplyTransposed, outer } from '../numerics/linear-algebra.ts';
import type { ForwardPass, Layer, Vector } from '../numerics/types.ts';
import { type Orientation, turned } from '../weights/orientation.ts';
import type { Loss } from './losses.ts';

/** φ and φ′, all that a net needs to know of its activation function. */
export type Neuron = Pick<Activation, 'value' | 'derivative'>;

/** Nets with one activation function in every layer, the last included, under one loss. */
export interface Network {
  /** z_l = W_l·a_(l−1) + b_l, a_l = φ(z_l), a_0 the input. */
  readonly forward: (layers: readonly Layer[], input: Vector) => ForwardPass;
  /**
   * Backpropagation of the loss of one example (Rumelhart, Hinton & Williams 1986):
   * δ_L = ∂L/∂a_L ⊙ φ′(z_L), δ_l = W_(l+1)ᵀ·δ_(l+1) ⊙ φ′(z_l), ∂L/∂W_l = δ_l·a_(l−1)ᵀ, ∂L/∂b_l = δ_l.
   */
  readonly backward: (layers: readonly Layer[], pass: ForwardPass, targets: Vector) => Layer[];
}

/** The formulas are for weights of fanOut × fanIn; others are turned on the way in, and their gradient on the way out. */
export const networkOf = (neuron: Neuron, loss: Loss, orientation: Orientation): Network => ({
  forward: (layers, input) => forward(neuron, turned(orientation, layers), input),
  backward: (layers, pass, targets) => [
    ...turned(orientation, backward(neuron, loss, turned(orientation, layers), pass, targets)),
  ],
});

function forward(neuron: Neuron, layers: readonly Layer[], input: Vector): ForwardPass {
  const preactivations: Vector[] = [];
  const activations: Vector[] = [input];
  for (const { weights, biases } of layers) {
    const z = multiply(weights, activations.at(-1)!).map((sum, j) => sum + biases[j]!);
    preactivations.push(z);
    activations.push(z.map(neuron.value));
  }
  return { preactivations, activations };
}

function backward(neuron: Neuron, loss: Loss, layers: readonly Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  const gradients: Layer[] = [];
  let upstream = loss.gradient(targets, pass.activations.at(-1)!);
  for (let l = layers.length - 1; l >= 0; l--) {
    const z = pass.preactivations[l]!;
    const input = pass.activations[l]!;
    const delta = upstream.map((value, j) => value * neuron.derivative(z[j]!));
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
