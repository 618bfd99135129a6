import { multiply, multiplyTransposed } from './linear-algebra.ts';
import type { Matrix, Vector } from './types.ts';

/** A recurrent net unrolled in time, from the state `initial` on: h_t = tanh(W·h_(t−1) + x_t), one state for each x_t. */
export function recurrentForward(recurrentWeights: Matrix, initial: Vector, inputs: readonly Vector[]): Vector[] {
  const states: Vector[] = [];
  for (const x of inputs) {
    const recurrent = multiply(recurrentWeights, states.at(-1) ?? initial);
    states.push(x.map((value, i) => Math.tanh(recurrent[i]! + value)));
  }
  return states;
}

/**
 * The inputs that lead from h_0 = 0 through the given states: x_t = artanh(h_t) − W·h_(t−1).
 *
 * They exist for all states in (−1, 1): every sequence of such states is a forward pass.
 */
export const recurrentInputs = (recurrentWeights: Matrix, states: readonly Vector[]): Vector[] =>
  states.map((h, t) => {
    const before = states[t - 1];
    const recurrent = before && multiply(recurrentWeights, before);
    return h.map((value, i) => Math.atanh(value) - (recurrent?.[i] ?? 0));
  });

/**
 * Backpropagation through time of a loss on the last state alone (Pascanu, Mikolov & Bengio 2013, section 2):
 * ∂L/∂h_(t−1) = Wᵀ·((1 − h_t²) ⊙ ∂L/∂h_t), from ∂L/∂h_T back to ∂L/∂h_1.
 */
export function unrolledGradients(
  recurrentWeights: Matrix,
  states: readonly Vector[],
  outputGradient: Vector,
): Vector[] {
  const gradients = [outputGradient];
  for (let t = states.length - 1; t > 0; t--) {
    const delta = states[t]!.map((h, i) => (1 - h) * (1 + h) * gradients[0]![i]!);
    gradients.unshift(multiplyTransposed(recurrentWeights, delta, delta.length));
  }
  return gradients;
}
