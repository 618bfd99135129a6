import { type Misconception, misconceptions as of } from '../../grader/kit.ts';
import {
  type AdamArgs,
  type AdamState,
  adamStep,
  beta1,
  beta2,
  epsilon,
  moments,
  momentumStep,
  type OptimizerTasks,
} from './reference.ts';

interface Slips {
  readonly averages?: typeof moments;
  readonly meanShare?: (steps: number) => number;
  readonly squareShare?: (steps: number) => number;
  readonly divisor?: (square: number) => number;
}

/** Adam with one thing in it done in another way. */
const adamWith =
  ({
    averages = moments,
    meanShare = (t) => 1 - beta1 ** t,
    squareShare = (t) => 1 - beta2 ** t,
    divisor = (square) => Math.sqrt(square) + epsilon,
  }: Slips) =>
  (...[state, gradient, rate]: AdamArgs): AdamState => {
    const steps = state.steps + 1;
    const { mean, square } = averages(state, gradient);
    const parameters = state.parameters.map(
      (p, i) => p - (rate * (mean[i]! / meanShare(steps))) / divisor(square[i]! / squareShare(steps)),
    );
    return { parameters, mean, square, steps };
  };

export const misconceptions = (t: OptimizerTasks): readonly Misconception[] => [
  ...of(t.momentumStep, {
    'velocity-forgotten': (state, gradient, rate) => momentumStep(state, gradient, rate, 0),
    'velocity-averaged': ({ parameters, velocity }, gradient, rate, momentum) =>
      momentumStep(
        { parameters, velocity },
        gradient.map((g) => (1 - momentum) * g),
        rate,
        momentum,
      ),
    'velocity-not-damped': (state, gradient, rate) => momentumStep(state, gradient, rate, 1),
    'step-along-the-gradient': (state, gradient, rate, momentum) => ({
      ...momentumStep(state, gradient, rate, momentum),
      parameters: state.parameters.map((p, i) => p - rate * gradient[i]!),
    }),
    'step-along-the-old-velocity': (state, gradient, rate, momentum) => ({
      ...momentumStep(state, gradient, rate, momentum),
      parameters: state.parameters.map((p, i) => p - rate * state.velocity[i]!),
    }),
    'momentum-uphill': (state, gradient, rate, momentum) => momentumStep(state, gradient, -rate, momentum),
    'momentum-in-place': (state, gradient, rate, momentum) =>
      Object.assign(state, momentumStep(state, gradient, rate, momentum)),
  }),
  ...of(t.adamStep, {
    'adam-not-corrected': adamWith({ meanShare: () => 1, squareShare: () => 1 }),
    'adam-corrected-by-the-step-before': ({ steps, ...state }, gradient, rate) => ({
      ...adamWith({
        meanShare: (t) => (t === 1 ? 1 : 1 - beta1 ** (t - 1)),
        squareShare: (t) => (t === 1 ? 1 : 1 - beta2 ** (t - 1)),
      })({ ...state, steps }, gradient, rate),
    }),
    'adam-steps-not-counted': (state, gradient, rate) => ({ ...adamStep(state, gradient, rate), steps: state.steps }),
    'adam-without-root': adamWith({ divisor: (square) => square + epsilon }),
    'adam-square-not-squared': adamWith({
      averages: (state, gradient) => ({
        mean: moments(state, gradient).mean,
        square: moments(
          state,
          gradient.map((g) => Math.sqrt(Math.abs(g))),
        ).square,
      }),
    }),
    'adam-betas-swapped': adamWith({
      averages: ({ mean, square }, gradient) => ({
        mean: mean.map((m, i) => beta2 * m + (1 - beta2) * gradient[i]!),
        square: square.map((s, i) => beta1 * s + (1 - beta1) * gradient[i]! ** 2),
      }),
    }),
    'adam-uphill': (state, gradient, rate) => adamStep(state, gradient, -rate),
    'adam-in-place': (state, gradient, rate) => Object.assign(state, adamStep(state, gradient, rate)),
  }),
];
