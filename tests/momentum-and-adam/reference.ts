import { number, record, task, vector } from '../../grader/kit.ts';
import type { Vector } from '../../reference/types.ts';

export type MomentumState = { parameters: Vector; velocity: Vector };
export type AdamState = { parameters: Vector; mean: Vector; square: Vector; steps: number };
export type MomentumArgs = [state: MomentumState, gradient: Vector, learningRate: number, momentum: number];
export type AdamArgs = [state: AdamState, gradient: Vector, learningRate: number];

export const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** Polyak (1964), as Sutskever et al. (2013) write it: v ← βv + g, θ ← θ − ηv. */
export function momentumStep(
  ...[{ parameters, velocity }, gradient, learningRate, momentum]: MomentumArgs
): MomentumState {
  const next = velocity.map((v, i) => momentum * v + gradient[i]!);
  return { parameters: parameters.map((p, i) => p - learningRate * next[i]!), velocity: next };
}

/** m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)g². */
export const moments = ({ mean, square }: AdamState, gradient: Vector) => ({
  mean: mean.map((m, i) => beta1 * m + (1 - beta1) * gradient[i]!),
  square: square.map((s, i) => beta2 * s + (1 - beta2) * gradient[i]! ** 2),
});

/** Kingma & Ba (2015), algorithm 1: θ ← θ − η·m̂/(√ŝ + ε), where m̂ = m/(1 − β₁^t) and ŝ = s/(1 − β₂^t). */
export function adamStep(...[state, gradient, learningRate]: AdamArgs): AdamState {
  const steps = state.steps + 1;
  const { mean, square } = moments(state, gradient);
  const parameters = state.parameters.map((p, i) => {
    const corrected = mean[i]! / (1 - beta1 ** steps);
    return p - (learningRate * corrected) / (Math.sqrt(square[i]! / (1 - beta2 ** steps)) + epsilon);
  });
  return { parameters, mean, square, steps };
}

const momentumState = record<MomentumState>({ parameters: vector, velocity: vector });
const adamState = record<AdamState>({ parameters: vector, mean: vector, square: vector, steps: number });

export const tasks = () => ({
  momentumStep: task<MomentumArgs, MomentumState>(
    'momentumStep',
    ['state', 'gradient', 'learningRate', 'momentum'],
    momentumState,
    momentumStep,
  ),
  adamStep: task<AdamArgs, AdamState>('adamStep', ['state', 'gradient', 'learningRate'], adamState, adamStep),
});

export type OptimizerTasks = ReturnType<typeof tasks>;
