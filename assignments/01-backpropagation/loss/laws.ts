import type { Law } from '../../../grader/kit.ts';
import { gradient, measured } from '../../../reference/numerics/finite-differences.ts';
import { innerPredictions } from '../generators.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { measures } from '../tolerances.ts';

/** What the reference is held against away from the ends; the domains ask for loss and gradient everywhere. */
export function lossLaws({ binaryCrossEntropyGradient: slope }: BackpropagationTasks, model: Model): readonly Law[] {
  const { names, loss } = model;
  return [
    measures(`${names.lossId}-slope`, slope, {
      inputs: innerPredictions(model),
      measure(targets, predictions) {
        let error = 0;
        const slopes = gradient(
          (y) => loss.value(targets, [...y]),
          predictions,
          (f, x) => {
            const found = measured(f, x, 1e-15 * f(x));
            error = Math.max(error, found.error);
            return found.slope;
          },
        );
        return { slopes, error };
      },
    }),
  ];
}
