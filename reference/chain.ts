import { sigmoid, sigmoidDerivative } from './activations.ts';
import { binaryCrossEntropyGradient } from './losses.ts';
import type { Vector } from './types.ts';

/** One neuron a layer: a_i = σ(w_i·a_(i−1) + b_i), with a_(−1) the input. N + 1 weights and biases. */
export type Chain = {
  weights: Vector;
  biases: Vector;
};

/** z_i and a_i for i = 0 … N. */
export function chainForward(
  { weights, biases }: Chain,
  input: number,
): { preactivations: Vector; activations: Vector } {
  const preactivations: Vector = [];
  const activations: Vector = [];
  for (const [i, w] of weights.entries()) {
    const z = w * (activations.at(-1) ?? input) + biases[i]!;
    preactivations.push(z);
    activations.push(sigmoid(z));
  }
  return { preactivations, activations };
}

/** ∂a_i/∂a_(i−1) = σ′(z_i)·w_i for i = 1 … N. */
export function chainFactors(chain: Chain, input: number): Vector {
  const { preactivations } = chainForward(chain, input);
  return preactivations.slice(1).map((z, i) => sigmoidDerivative(z) * chain.weights[i + 1]!);
}

/** ∂L/∂w_0 = ∂L/∂a_N · Π_(i=1…N) σ′(z_i)·w_i · σ′(z_0) · x, L the binary cross-entropy of one example. */
export function chainGradient(chain: Chain, input: number, target: number): number {
  const { preactivations, activations } = chainForward(chain, input);
  const lossDerivative = binaryCrossEntropyGradient([target], [activations.at(-1)!])[0]!;
  const product = chainFactors(chain, input).reduce((result, factor) => result * factor, 1);
  return lossDerivative * product * sigmoidDerivative(preactivations[0]!) * input;
}
