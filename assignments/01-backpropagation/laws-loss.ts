import { equals, type Law, pure, type Tolerance } from '../../grader/kit.ts';
import { gradient, measured } from '../../reference/finite-differences.ts';
import type { Vector } from '../../reference/types.ts';
import { innerPredictions, targetsAndPredictions } from './generators.ts';
import { isCrossEntropy, type Model } from './model.ts';
import type { BackpropagationTasks } from './reference.ts';
import { measures } from './tolerances.ts';

/** The error of t/y − (1 − t)/(1 − y) is relative to the terms and not to what they leave. */
const atTheEnds =
  ({ parameters }: Model) =>
  ([targets, predictions]: [targets: Vector, predictions: Vector]): Tolerance => {
    const terms = targets.map((t, i) => t / predictions[i]! + (1 - t) / (1 - predictions[i]!));
    const shares = parameters.reduction === 'mean' ? targets.length : 1;
    return { relative: 1e-9, absolute: (1e-12 * Math.max(...terms)) / shares };
  };

/** The loss and its gradient. */
export function lossLaws(
  { binaryCrossEntropy: loss, binaryCrossEntropyGradient: slope }: BackpropagationTasks,
  model: Model,
): Law[] {
  const { names, loss: ours } = model;
  const everywhere = targetsAndPredictions(model);
  return [
    equals(`${names.lossId}-definition`, loss, {
      inputs: everywhere,
      expected: loss.answer,
      // The error of ln(1 − y) is relative to what the loss adds up.
      tolerance: (_, expected) => ({ relative: 1e-9, absolute: 1e-14 + 1e-12 * expected }),
      probes: true,
    }),
    pure(loss, everywhere),
    measures(`${names.lossId}-slope`, slope, {
      inputs: innerPredictions(model),
      measure(targets, predictions) {
        let error = 0;
        const slopes = gradient(
          (y) => ours.value(targets, [...y]),
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
    ...(isCrossEntropy(model.parameters)
      ? [
          equals(`${names.lossId}-gradient-at-the-ends`, slope, {
            inputs: everywhere,
            expected: slope.answer,
            tolerance: atTheEnds(model),
          }),
        ]
      : []),
    pure(slope, everywhere),
  ];
}
