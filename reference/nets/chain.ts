import type { Vector } from '../numerics/types.ts';
import type { Loss } from './losses.ts';
import type { Neuron } from './network.ts';

/** One neuron a layer: a_i = φ(w_i·a_(i−1) + b_i), with a_(−1) the input. N + 1 weights and biases. */
export type Chain = {
  weights: Vector;
  biases: Vector;
};

/** The lecture's derivation, for one activation function and one loss. */
export interface ChainRule {
  /** z_i and a_i for i = 0 … N. */
  readonly forward: (chain: Chain, input: number) => { preactivations: Vector; activations: Vector };
  /** ∂a_i/∂a_(i−1) = φ′(z_i)·w_i for i = 1 … N. */
  readonly factors: (chain: Chain, input: number) => Vector;
  /** ∂L/∂w_0 = ∂L/∂a_N · Π_(i=1…N) φ′(z_i)·w_i · φ′(z_0) · x, L the loss of one example. */
  readonly gradient: (chain: Chain, input: number, target: number) => number;
}

export function chainRuleOf({ value, derivative }: Neuron, loss: Loss): ChainRule {
  const forward: ChainRule['forward'] = ({ weights, biases }, input) => {
    const preactivations: Vector = [];
    const activations: Vector = [];
    for (const [i, w] of weights.entries()) {
      const z = w * (activations.at(-1) ?? input) + biases[i]!;
      preactivations.push(z);
      activations.push(value(z));
    }
    return { preactivations, activations };
  };
  const factors: ChainRule['factors'] = (chain, input) =>
    forward(chain, input)
      .preactivations.slice(1)
      .map((z, i) => derivative(z) * chain.weights[i + 1]!);
  return {
    forward,
    factors,
    gradient(chain, input, target) {
      const { preactivations, activations } = forward(chain, input);
      const lossDerivative = loss.gradient([target], [activations.at(-1)!])[0]!;
      const product = factors(chain, input).reduce((result, factor) => result * factor, 1);
      return lossDerivative * product * derivative(preactivations[0]!) * input;
    },
  };
}
