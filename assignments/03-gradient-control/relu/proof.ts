import { type Proof, rightAnswers } from '../../../grader/kit.ts';
import type { GradientControlTasks } from '../reference.ts';

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
  mutants: [],
});
