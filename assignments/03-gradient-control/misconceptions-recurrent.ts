import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { multiply, multiplyTransposed } from '../../reference/linear-algebra.ts';
import { unrolledGradients } from '../../reference/recurrent.ts';
import type { Matrix, Vector } from '../../reference/types.ts';
import type { GradientControlTasks } from './reference.ts';

const timesTransposed = (weights: Matrix, v: Vector): Vector => multiplyTransposed(weights, v, v.length);
const gate = (state: Vector, slope: (h: number) => number): Vector => state.map(slope);
const slope = (h: number): number => 1 - h * h;
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

/** The right recursion with something else for 1 − h². */
const withSlope = (wrong: (h: number) => number): Step => {
  return (later, weights, state) => timesTransposed(weights, product(gate(state, wrong), later));
};

/** ∂L/∂h_0, which nobody asked for. */
const beforeTheFirst = (weights: Matrix, states: Vector[], output: Vector): Vector =>
  unrolledGradients(weights, [output.map(() => 0), ...states], output)[0]!;

/** As far back as a net is often unrolled, and no further. */
const horizon = 10;

export const recurrentMisconceptions = ({ unrolledGradients: task }: GradientControlTasks): readonly Misconception[] =>
  of(task, {
    'unrolled-not-transposed': backThrough((later, weights, state) =>
      multiply(weights, product(gate(state, slope), later)),
    ),
    'unrolled-without-slope': backThrough((later, weights) => timesTransposed(weights, later)),
    'unrolled-without-weights': backThrough((later, _, state) => product(gate(state, slope), later)),
    'unrolled-slope-of-the-step-before': backThrough((later, weights, _, before) =>
      timesTransposed(weights, product(gate(before, slope), later)),
    ),
    'unrolled-state-for-its-square': backThrough(withSlope((h) => 1 - h)),
    'unrolled-state-for-slope': backThrough(withSlope((h) => h)),
    'unrolled-slope-with-a-plus': backThrough(withSlope((h) => 1 + h * h)),
    'unrolled-slope-of-sigmoid': backThrough(withSlope((h) => h * (1 - h))),
    'unrolled-tanh-applied-again': backThrough(withSlope((h) => 1 - Math.tanh(h) ** 2)),
    'unrolled-product-before-the-slope': backThrough((later, weights, state) =>
      product(gate(state, slope), timesTransposed(weights, later)),
    ),
    'unrolled-product-before-the-slope-of-the-step-before': backThrough((later, weights, _, before) =>
      product(gate(before, slope), timesTransposed(weights, later)),
    ),
    'unrolled-deltas': (weights, states, output) =>
      unrolledGradients(weights, states, output).map((gradient, t) => product(gate(states[t]!, slope), gradient)),
    'unrolled-order-reversed': (weights, states, output) => unrolledGradients(weights, states, output).reverse(),
    'unrolled-runs-forward': (weights, states, output) =>
      unrolledGradients(weights, states.toReversed(), output).reverse(),
    'unrolled-output-gradient-at-every-step': (weights, states, output) =>
      backThrough((later, recurrent, state) =>
        withSlope(slope)(later, recurrent, state, state).map((value, i) => value + output[i]!),
      )(weights, states, output),
    'unrolled-one-step-short': (weights, states, output) => unrolledGradients(weights, states, output).slice(0, -1),
    'unrolled-one-step-too-far': (weights, states, output) => [
      beforeTheFirst(weights, states, output),
      ...unrolledGradients(weights, states, output).slice(0, -1),
    ],
    'unrolled-truncated': (weights, states, output) =>
      unrolledGradients(weights, states, output).map((gradient, t) =>
        states.length - t > horizon ? gradient.map(() => 0) : gradient,
      ),
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
