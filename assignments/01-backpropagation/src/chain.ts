import { type Chain, NotImplemented, type Vector } from './types';

/**
 * How much each neuron of a chain passes on: the factors ∂a_i/∂a_{i−1} = σ′(z_i)·w_i for i = 1 … N.
 *
 * A chain has one neuron per layer: a_0 = σ(w_0·x + b_0), a_i = σ(w_i·a_{i−1} + b_i). Neuron 0 gives no factor.
 *
 * @param input x
 */
export function chainFactors(chain: Chain, input: number): Vector {
  throw new NotImplemented('chainFactors');
}

/**
 * ∂L/∂w_0 for the binary cross-entropy of the chain's output a_N, by the product of the lecture:
 * ∂L/∂a_N · Π_{i=1…N} ∂a_i/∂a_{i−1} · ∂a_0/∂z_0 · ∂z_0/∂w_0.
 *
 * In a long chain the result may be as small as 1e-30 and must still be accurate.
 */
export function chainGradient(chain: Chain, input: number, target: number): number {
  throw new NotImplemented('chainGradient');
}
