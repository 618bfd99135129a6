import { type Squashing, tanhShape } from '../activations/squashing.ts';
import { multiply, multiplyTransposed } from '../numerics/linear-algebra.ts';
import type { Matrix, Vector } from '../numerics/types.ts';

/** An activation of which a state alone tells the slope, and a preactivation that leads to it. */
export type StateActivation = Pick<Squashing, 'activate' | 'inverse' | 'derivativeFromOutput'>;

/** max(0, z). A state of 0 comes of every z ≤ 0, of −1 for one: far enough from the kink for finite differences. */
export const reluOfStates: StateActivation = {
  activate: (z) => Math.max(0, z),
  inverse: (h) => (h > 0 ? h : -1),
  derivativeFromOutput: (h) => Number(h > 0),
};

/** A recurrent net unrolled in time, from the state `initial` on: h_t = φ(W·h_(t−1) + x_t), one state for each x_t. */
export function recurrentForward(
  recurrentWeights: Matrix,
  initial: Vector,
  inputs: readonly Vector[],
  { activate }: StateActivation = tanhShape,
): Vector[] {
  const states: Vector[] = [];
  for (const x of inputs) {
    const recurrent = multiply(recurrentWeights, states.at(-1) ?? initial);
    states.push(x.map((value, i) => activate(recurrent[i]! + value)));
  }
  return states;
}

/**
 * The inputs that lead from h_0 = 0 through the given states: x_t = φ⁻¹(h_t) − W·h_(t−1).
 *
 * They exist for all states that φ can have: every sequence of such states is a forward pass.
 */
export const recurrentInputs = (
  recurrentWeights: Matrix,
  states: readonly Vector[],
  { inverse }: StateActivation = tanhShape,
): Vector[] =>
  states.map((h, t) => {
    const before = states[t - 1];
    const recurrent = before && multiply(recurrentWeights, before);
    return h.map((value, i) => inverse(value) - (recurrent?.[i] ?? 0));
  });

/**
 * Backpropagation through time of a loss on the last state alone (Pascanu, Mikolov & Bengio 2013, section 2):
 * ∂L/∂h_(t−1) = Wᵀ·(φ′ ⊙ ∂L/∂h_t), with φ′ in terms of h_t, for tanh 1 − h_t²; from ∂L/∂h_T back to ∂L/∂h_1.
 */
export function unrolledGradients(
  recurrentWeights: Matrix,
  states: readonly Vector[],
  outputGradient: Vector,
  { derivativeFromOutput }: StateActivation = tanhShape,
): Vector[] {
  const gradients = [outputGradient];
  for (let t = states.length - 1; t > 0; t--) {
    const delta = states[t]!.map((h, i) => derivativeFromOutput(h) * gradients[0]![i]!);
    gradients.unshift(multiplyTransposed(recurrentWeights, delta, delta.length));
  }
  return gradients;
}
