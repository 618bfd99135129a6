import { type Proof, rightAnswers } from '../../../grader/kit.ts';
import type { GradientControlTasks } from '../reference.ts';
import { typed } from '../typed-array.ts';

/** @param strength by what λ is multiplied for (λ/2) Σ w² to be the penalty */
export const regularizationProof = (t: GradientControlTasks, strength: number): Proof => ({
  rightAnswers: [
    ...rightAnswers(t.l2Penalty, {
      loops: (layers, lambda) => {
        let penalty = 0;
        for (const { weights } of layers)
          for (const row of weights) for (const w of row) penalty += 0.5 * strength * lambda * w ** 2;
        return penalty;
      },
      flat: (layers, lambda) =>
        (strength * lambda * Math.hypot(...layers.flatMap(({ weights }) => weights.flat())) ** 2) / 2,
    }),
    ...rightAnswers(t.l2Gradient, {
      loops: (layers, lambda) => {
        const copy = structuredClone(layers);
        for (const { weights, biases } of copy) {
          for (const row of weights) for (let i = 0; i < row.length; i++) row[i]! *= strength * lambda;
          biases.fill(0);
        }
        return copy;
      },
      'typed-arrays': (layers, lambda) =>
        t.l2Gradient
          .answer(layers, lambda)
          .map(({ weights, biases }) => ({ weights: weights.map(typed), biases: typed(biases) })),
    }),
  ],
  mutants: [],
});
