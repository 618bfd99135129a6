import { type NamedAnswer, mutants as of } from '../../../grader/kit.ts';
import { outputBias, softmax } from '../../../reference/activations/softmax.ts';
import type { InitializationTasks } from '../reference.ts';

/** Wrong answers that show what each law is for. */
export const outputMutants = (t: InitializationTasks): readonly NamedAnswer[] => [
  ...of(t.softmax, {
    'nothing-below-1e-10': (logits) => softmax(logits).map((p) => (p < 1e-10 ? 0 : p)),
    'changes-its-argument': (logits) => {
      const probabilities = softmax(logits);
      logits[0] = Math.max(...logits) + 1;
      return probabilities;
    },
  }),
  ...of(t.outputBias, {
    'changes-its-argument': (classFrequencies) => {
      const biases = outputBias(classFrequencies);
      classFrequencies.fill(0);
      return biases;
    },
  }),
];
