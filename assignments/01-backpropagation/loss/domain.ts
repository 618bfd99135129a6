import { domain, type TaskDomain, vector } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { Model } from '../model.ts';
import { predictionNumbers, targetNumbers } from '../ranges.ts';
import type { BackpropagationTasks } from '../reference.ts';

/** Up to a hundred targets, and as many predictions. */
export function lossDomains(t: BackpropagationTasks, model: Model): readonly TaskDomain[] {
  const { names, parameters } = model;
  const targets = vector({ length: [1, 100], entries: targetNumbers(model) });
  const prediction = predictionNumbers(model);
  const predictions = (given: Vector) => vector({ length: given.length, entries: prediction });
  const shares = (given: Vector): number => (parameters.reduction === 'mean' ? given.length : 1);
  return [
    domain(t.binaryCrossEntropy, [targets, ([given]) => predictions(given)], {
      id: `${names.lossId}-definition`,
      // The error of ln(1 − y) is relative to what the loss adds up.
      tolerance: (_, expected) => ({ relative: 1e-9, absolute: 1e-14 + 1e-12 * Math.abs(expected) }),
    }),
    domain(t.binaryCrossEntropyGradient, [targets, ([given]) => predictions(given)], {
      // The error of t/y − (1 − t)/(1 − y), or of y − t, is relative to the terms and not to what they leave.
      rounding: (given, y) => given.map((target, i) => (1e-12 * termsOf(model, target, y[i]!)) / shares(given)),
    }),
  ];
}

const termsOf = ({ parameters }: Model, t: number, y: number): number =>
  parameters.loss === 'binary-cross-entropy' ? t / y + (1 - t) / (1 - y) : Math.abs(t) + Math.abs(y);
