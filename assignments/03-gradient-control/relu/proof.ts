import { mutants, type Proof, rightAnswers } from '../../../grader/kit.ts';
import type { GradientControlTasks } from '../reference.ts';

/** Every other call is off by less than any tolerance: the same arguments give two answers. */
function unsteady(f: (z: number) => number): (z: number) => number {
  let calls = 0;
  return (z) => f(z) * (1 + (calls++ % 2) * 1e-13);
}

/** The two slopes in turn, where either is right. */
function undecided(derivative: (z: number) => number): (z: number) => number {
  let calls = 0;
  return (z) => (z === 0 && calls++ % 2 === 1 ? 1 : derivative(z));
}

export const reluProof = (t: GradientControlTasks, leak: number): Proof => ({
  rightAnswers: [
    ...rightAnswers(t.relu, {
      'through-a-list': (z) => [z].find((value) => value > 0) ?? leak * z,
      'times-its-gate': (z) => z * (z > 0 ? 1 : leak),
      'half-of-both': (z) => ((1 + leak) * z + (1 - leak) * Math.abs(z)) / 2,
    }),
    ...rightAnswers(t.reluDerivative, {
      'one-at-zero': (z) => (z >= 0 ? 1 : leak),
      'as-a-number': (z) => leak + (1 - leak) * Number(z > 0),
    }),
  ],
  mutants: [
    ...mutants(t.relu, { unsteady: unsteady(t.relu.answer) }),
    ...mutants(t.reluDerivative, { undecided: undecided(t.reluDerivative.answer) }),
  ],
});
