import { type NamedAnswer, mutants as of } from '../../grader/kit.ts';
import { outputBias, softmax } from '../../reference/softmax.ts';
import { layerVariance, productVariance, varianceByDepth } from '../../reference/variance.ts';
import { counter } from './initializers/answers/changes.ts';
import { weightMutants } from './initializers/answers/mutants.ts';
import { networkMutants } from './network/mutants.ts';
import type { Setup } from './parameters.ts';
import type { InitializationTasks } from './reference.ts';

/** Wrong answers that show what each law is for. */
export function mutants(t: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  const calls = counter();
  /** The last digits change from call to call. */
  const wavering = (): number => 1 + 1e-13 * (calls() % 2);
  return [
    ...of(t.productVariance, {
      'changes-its-argument': (w, x) => {
        const variance = productVariance(w, x);
        w.mean = 0;
        return variance;
      },
    }),
    ...of(t.layerVariance, { wavering: (...args) => wavering() * layerVariance(...args) }),
    ...of(t.varianceByDepth, {
      'one-layer-is-none': (depth, ...rest) => (depth === 1 ? [] : varianceByDepth(depth, ...rest)),
      'nothing-below-1e-20': (...args) => varianceByDepth(...args).map((v) => (v < 1e-20 ? 0 : v)),
      wavering: (...args) => varianceByDepth(...args).map((v) => wavering() * v),
    }),
    ...weightMutants(t, setup),
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
    ...networkMutants(t, setup),
  ];
}
