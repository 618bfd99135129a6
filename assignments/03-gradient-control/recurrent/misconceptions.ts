import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { Member } from '../../../reference/activations/squashing.ts';
import { unrolledGradients } from '../../../reference/nets/recurrent.ts';
import { multiply, multiplyTransposed } from '../../../reference/numerics/linear-algebra.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import { plainOf, type RecurrentActivation } from './activation.ts';
import { othersRules, type Slope, wrongSlopes } from './wrong-slopes.ts';

const timesTransposed = (weights: Matrix, v: Vector): Vector => multiplyTransposed(weights, v, v.length);
const gate = (state: Vector, slope: (h: number) => number): Vector => state.map(slope);
const product = (a: Vector, b: Vector): Vector => a.map((value, i) => value * b[i]!);

/** ∂L/∂h_(t−1) out of ∂L/∂h_t, h_t and h_(t−1), from the end to the beginning. */
type Step = (later: Vector, weights: Matrix, state: Vector, before: Vector) => Vector;
const backThrough =
  (step: Step) =>
  (weights: Matrix, states: Vector[], output: Vector): Vector[] => {
    const gradients = [output];
    for (let t = states.length - 1; t > 0; t--) {
      gradients.unshift(step(gradients[0]!, weights, states[t]!, states[t - 1]!));
    }
    return gradients;
  };

/** The right recursion with something else for the slope. */
const withSlope = (wrong: Slope): Step => {
  return (later, weights, state) => timesTransposed(weights, product(gate(state, wrong), later));
};

const isPlain = ({ A, B }: Member): boolean => A === 1 && B === 1;

/** As far back as a net is often unrolled, and no further. */
const horizons = { 'unrolled-truncated-to-five': 5, 'unrolled-truncated': 10, 'unrolled-truncated-to-twenty': 20 };

/** Where no slope is as large as 1, gradients seldom are, and clipping them is hardly seen. */
const clippedAtEveryStep = (slope: Slope) => ({
  'unrolled-clipped-by-value': backThrough((later, weights, state) =>
    withSlope(slope)(later, weights, state, state).map((g) => Math.max(-1, Math.min(1, g))),
  ),
  'unrolled-clipped-by-norm': backThrough((later, weights, state) => {
    const gradient = withSlope(slope)(later, weights, state, state);
    const norm = Math.hypot(...gradient);
    return norm > 1 ? gradient.map((g) => g / norm) : gradient;
  }),
});

export function recurrentMisconceptions(
  { unrolledGradients: task }: GradientControlTasks,
  activation: RecurrentActivation,
): readonly Misconception[] {
  const { member, derivative, derivativeFromOutput: slope } = activation;
  const right = (weights: Matrix, states: Vector[], output: Vector): Vector[] =>
    unrolledGradients(weights, states, output, activation);
  /** ∂L/∂h_0, which nobody asked for. */
  const beforeTheFirst = (weights: Matrix, states: Vector[], output: Vector): Vector =>
    right(weights, [output.map(() => 0), ...states], output)[0]!;
  const slopes: Readonly<Record<string, Slope>> = {
    'state-for-slope': (h) => h,
    ...(member && wrongSlopes(member)),
    ...(member && !isPlain(member) && { 'scales-forgotten': plainOf(member).derivativeFromOutput }),
    ...othersRules(activation),
    [`${activation.id}-applied-again`]: derivative,
  };
  return of(task, {
    'unrolled-not-transposed': backThrough((later, weights, state) =>
      multiply(weights, product(gate(state, slope), later)),
    ),
    'unrolled-without-slope': backThrough((later, weights) => timesTransposed(weights, later)),
    'unrolled-without-weights': backThrough((later, _, state) => product(gate(state, slope), later)),
    'unrolled-slope-of-the-step-before': backThrough((later, weights, _, before) =>
      timesTransposed(weights, product(gate(before, slope), later)),
    ),
    ...Object.fromEntries(
      Object.entries(slopes).map(([id, wrong]) => [`unrolled-${id}`, backThrough(withSlope(wrong))]),
    ),
    // A gate that is open or shut has been taken for the gradient's sign, too.
    ...(member === undefined && {
      'unrolled-gate-on-the-gradient': backThrough((later, weights) =>
        timesTransposed(
          weights,
          gate(later, (g) => Math.max(0, g)),
        ),
      ),
    }),
    'unrolled-product-before-the-slope': backThrough((later, weights, state) =>
      product(gate(state, slope), timesTransposed(weights, later)),
    ),
    'unrolled-product-before-the-slope-of-the-step-before': backThrough((later, weights, _, before) =>
      product(gate(before, slope), timesTransposed(weights, later)),
    ),
    'unrolled-deltas': (weights, states, output) =>
      right(weights, states, output).map((gradient, t) => product(gate(states[t]!, slope), gradient)),
    'unrolled-order-reversed': (weights, states, output) => right(weights, states, output).reverse(),
    'unrolled-runs-forward': (weights, states, output) => right(weights, states.toReversed(), output).reverse(),
    'unrolled-output-gradient-at-every-step': (weights, states, output) =>
      backThrough((later, recurrent, state) =>
        withSlope(slope)(later, recurrent, state, state).map((value, i) => value + output[i]!),
      )(weights, states, output),
    'unrolled-one-step-short': (weights, states, output) => right(weights, states, output).slice(0, -1),
    'unrolled-one-step-too-far': (weights, states, output) => [
      beforeTheFirst(weights, states, output),
      ...right(weights, states, output).slice(0, -1),
    ],
    ...Object.fromEntries(
      Object.entries(horizons).map(([id, steps]) => [
        id,
        (weights: Matrix, states: Vector[], output: Vector) =>
          right(weights, states, output).map((gradient, t) =>
            states.length - t > steps ? gradient.map(() => 0) : gradient,
          ),
      ]),
    ),
    ...(activation.steepest >= 1 && clippedAtEveryStep(slope)),
    'unrolled-in-place': (weights, states, output) => {
      const gradients: Vector[] = [[...output]];
      for (let t = states.length - 1; t > 0; t--) {
        const back = timesTransposed(weights, product(gate(states[t]!, slope), output));
        for (const [i, value] of back.entries()) output[i] = value;
        gradients.unshift(back);
      }
      return gradients;
    },
  });
}
