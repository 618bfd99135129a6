import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { multiply, multiplyTransposed } from '../../../reference/linear-algebra.ts';
import { unrolledGradients } from '../../../reference/recurrent.ts';
import type { Member } from '../../../reference/squashing.ts';
import type { Matrix, Vector } from '../../../reference/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import { knownRules, plainOf, type RecurrentActivation } from './activation.ts';

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

type Slope = (h: number) => number;

/** The right recursion with something else for the slope. */
const withSlope = (wrong: Slope): Step => {
  return (later, weights, state) => timesTransposed(weights, product(gate(state, wrong), later));
};

/** What is taken for the slope of a family, by the name of the slip. */
function wrongSlopes({ family, A, B }: Member): Readonly<Record<string, Slope>> {
  switch (family) {
    case 'tanh':
      return {
        'state-for-its-square': (h) => A * B * (1 - h / A),
        'slope-with-a-plus': (h) => A * B * (1 + (h / A) ** 2),
      };
    case 'logistic':
      return { 'slope-with-a-plus': (h) => B * h * (1 + h / A), 'one-factor-of-the-slope': (h) => B * (1 - h / A) };
    case 'softsign':
      return {
        'slope-without-the-square': (h) => A * (1 - (B * Math.abs(h)) / A),
        'slope-without-bars': (h) => A * (1 - (B * h) / A) ** 2,
        'slope-with-a-plus': (h) => A * (1 + (B * Math.abs(h)) / A) ** 2,
      };
    case 'arctan':
      return {
        'slope-without-the-square': (h) => A * B * Math.cos(h / A),
        'sine-for-cosine': (h) => A * B * Math.sin(h / A) ** 2,
      };
    case 'root':
      return {
        'power-of-one': (h) => A * (1 - B * (h / A) ** 2),
        'slope-with-a-plus': (h) => A * (1 + B * (h / A) ** 2) ** 1.5,
      };
  }
}

/** The rules that belong to other activations, where no slip of the family's own comes out the same. */
function othersRules({ member }: RecurrentActivation): Readonly<Record<string, Slope>> {
  const { ofTanh, ofSigmoid } = knownRules;
  return {
    ...(member?.family !== 'logistic' && { 'slope-of-sigmoid': ofSigmoid }),
    ...(member?.family !== 'tanh' && member?.family !== 'root' && { 'slope-of-tanh': ofTanh }),
  };
}

const isPlain = ({ A, B }: Member): boolean => A === 1 && B === 1;

/** As far back as a net is often unrolled, and no further. */
const horizon = 10;

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
    'unrolled-truncated': (weights, states, output) =>
      right(weights, states, output).map((gradient, t) =>
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
}
