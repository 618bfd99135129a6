import { type NamedAnswer, mutants as of } from '../../../grader/kit.ts';
import { layerVariance, productVariance, varianceByDepth } from '../../../reference/statistics/variance.ts';
import { counter } from '../initializers/answers/changes.ts';
import type { InitializationTasks } from '../reference.ts';

/** Wrong answers that show what each law is for. */
export function varianceMutants(t: InitializationTasks): readonly NamedAnswer[] {
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
  ];
}
