import { type AdamState, type MomentumState, NotImplemented, type Vector } from './types';

/**
 * One step with momentum: v ← βv + g, then θ ← θ − ηv, in new arrays.
 *
 * @param state θ and v before the step
 * @param momentum β, from 0 to below 1
 */
export function momentumStep(
  state: MomentumState,
  gradient: Vector,
  learningRate: number,
  momentum: number,
): MomentumState {
  throw new NotImplemented('momentumStep');
}

/** One step of Adam, with β₁ = 0.9, β₂ = 0.999 and ε = 1e-8, in new arrays. */
export function adamStep(state: AdamState, gradient: Vector, learningRate: number): AdamState {
  throw new NotImplemented('adamStep');
}
