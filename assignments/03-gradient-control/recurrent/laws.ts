import {
  firstDifference,
  isClose,
  type Law,
  law,
  pure,
  remembered,
  type Tolerance,
  type Violation,
} from '../../../grader/kit.ts';
import { gradient } from '../../../reference/finite-differences.ts';
import { dot } from '../../../reference/linear-algebra.ts';
import { recurrentForward, recurrentInputs } from '../../../reference/recurrent.ts';
import type { Vector } from '../../../reference/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import type { RecurrentActivation } from './activation.ts';
import { sharedOut, type Unrolled, unrolled } from './generators.ts';

/** ∂L/∂h_t of the loss L = c·h_T: moves h_t, and runs on from there with the inputs that made the states. */
function measuredGradients([weights, states, output]: Unrolled, activation: RecurrentActivation): Vector[] {
  const inputs = recurrentInputs(weights, states, activation);
  const { size } = activation.states;
  return states.map((state, t) => {
    const loss = (moved: readonly number[]): number => {
      const start = moved.map((h) => h * size);
      const later = recurrentForward(weights, start, inputs.slice(t + 1), activation);
      return dot(output, later.at(-1) ?? start);
    };
    return gradient(
      loss,
      state.map((h) => h / size),
    ).map((slope) => slope / size);
  });
}

/**
 * No step amplifies by more than 1.5, so seven of them by less than 1.5^7 = 17. Where they do, with all states of tanh at
 * 0 and one unit, the differences are 4e-7 off; they are 2e-12 off as a rule.
 */
const measuredSlope: Tolerance = { relative: 1e-6, absolute: 1e-6 };

/** The same recursion without signs, |W|ᵀ: the size of the terms of which the gradients are sums. */
const termSizes = (task: GradientControlTasks['unrolledGradients'], [weights, states, output]: Unrolled): Vector[] =>
  task.answer(
    weights.map((row) => row.map(Math.abs)),
    states,
    output.map(Math.abs),
  );

export function recurrentLaws(
  { unrolledGradients: task }: GradientControlTasks,
  activation: RecurrentActivation,
): Law[] {
  const measured = remembered((args: Unrolled) => measuredGradients(args, activation));
  const right = remembered((args: Unrolled) => task.answer(...args));
  const sizes = remembered((args: Unrolled) => termSizes(task, args));
  const short = unrolled({ minSteps: 1, maxSteps: 8 }, activation, sharedOut(activation));
  return [
    law('unrolled-finite-differences', task, {
      inputs: short,
      probes: true,
      calls: (args) => [args],
      check: (args, { values: [received = []] }) => firstDifference(measured(args), received, measuredSlope),
    }),
    law('unrolled-long', task, {
      inputs: unrolled({ minSteps: 20, maxSteps: 50 }, activation),
      runs: 30,
      probes: true,
      calls: (args) => [args],
      check: (args, { values: [received = []] }) => differenceBySize(right(args), received, sizes(args)),
    }),
    pure(task, short),
  ];
}

/**
 * Each entry within 1e-9 of the size of its terms, be that 1e-30 or 1e30. A step adds some roundings, and that of
 * 1 − h² with |h| ≤ 0.99: at most 1e-14 together, and 49 steps 5e-13.
 */
function differenceBySize(
  expected: readonly Vector[],
  received: readonly Vector[],
  sizes: readonly Vector[],
): Violation | undefined {
  const shape = firstDifference(expected, received, { relative: 0, absolute: Number.POSITIVE_INFINITY });
  if (shape) return shape;
  for (const [t, vector] of expected.entries()) {
    for (const [i, right] of vector.entries()) {
      const answer = received[t]![i]!;
      const tolerance = { relative: 0, absolute: 1e-9 * sizes[t]![i]! };
      if (!isClose(right, answer, tolerance)) return { path: `[${t}][${i}]`, expected: right, received: answer };
    }
  }
  return undefined;
}
