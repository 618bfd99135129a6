import { mutants, type Proof, rightAnswers } from '../../../grader/kit.ts';
import type { Family } from '../../../reference/activations/squashing.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import type { RecurrentActivation } from './activation.ts';

/** The slope in terms of the output as somebody else writes it. */
const slopes: { readonly [F in Family]: (A: number, B: number) => (h: number) => number } = {
  tanh: (A, B) => (h) => A * B - (B / A) * h ** 2,
  logistic: (A, B) => (h) => B * h - (B / A) * h ** 2,
  softsign: (A, B) => (h) => (A - B * Math.abs(h)) ** 2 / A,
  arctan: (A, B) => (h) => (A * B) / (1 + Math.tan(h / A) ** 2),
  root: (A, B) => (h) => A * Math.sqrt(1 - (B * h * h) / (A * A)) ** 3,
};

const slopeOf = ({ member }: RecurrentActivation): ((h: number) => number) =>
  member ? slopes[member.family](member.A, member.B) : (h) => Math.sign(h);

/** Right in other ways: with loops, and from the last step inwards. */
function otherAnswers(
  { unrolledGradients: task }: GradientControlTasks,
  activation: RecurrentActivation,
): Proof['rightAnswers'] {
  const slope = slopeOf(activation);
  const byRecursion = (weights: Matrix, states: Vector[], output: Vector): Vector[] => {
    const last = states.at(-1)!;
    if (states.length === 1) return [output];
    const delta = output.map((g, j) => g * activation.derivativeFromOutput(last[j]!));
    const before = last.map((_, i) => delta.reduce((sum, d, j) => sum + d * weights[j]![i]!, 0));
    return [...byRecursion(weights, states.slice(0, -1), before), output];
  };
  return rightAnswers(task, {
    loops: (weights, states, output) => {
      const size = output.length;
      const gradients: Vector[] = states.map(() => new Array<number>(size).fill(0));
      gradients[states.length - 1] = [...output];
      for (let t = states.length - 2; t >= 0; t--) {
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            gradients[t]![i]! += weights[j]![i]! * slope(states[t + 1]![j]!) * gradients[t + 1]![j]!;
          }
        }
      }
      return gradients;
    },
    'by-recursion': byRecursion,
  });
}

const wrongAnswers = ({ unrolledGradients: task }: GradientControlTasks): Proof['mutants'] =>
  mutants(task, {
    'one-step-is-none': (weights, states, output) =>
      states.length === 1 ? [output.map(() => 0)] : task.answer(weights, states, output),
  });

export const recurrentProof = (tasks: GradientControlTasks, activation: RecurrentActivation): Proof => ({
  rightAnswers: otherAnswers(tasks, activation),
  mutants: wrongAnswers(tasks),
});
