import { mutants, type NamedAnswer, rightAnswers } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { isCrossEntropy, type Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

type LossAnswer<Answer> = (targets: Vector, predictions: Vector) => Answer;

export const typed = (vector: Vector): Vector => Float64Array.from(vector) as unknown as Vector;

/** Reverses what it was given, once its answer is ready. */
const careless =
  <Answer>(f: LossAnswer<Answer>): LossAnswer<Answer> =>
  (targets, predictions) => {
    const answer = f(targets, predictions);
    predictions.reverse().push(0.5);
    return answer;
  };

/** What one prediction costs, and its slope as a difference of two terms, as one would write it down. */
function plainly({ parameters }: Model): {
  readonly cost: (t: number, y: number) => number;
  readonly slope: (t: number, y: number) => number;
} {
  const factor = parameters.loss === 'half-squared-error' ? 1 : 2;
  return isCrossEntropy(parameters)
    ? {
        cost: (t, y) => -t * Math.log(y) - (1 - t) * Math.log(1 - y),
        slope: (t, y) => -(t / y - (1 - t) / (1 - y)),
      }
    : {
        cost: (t, y) => ((t - y) * (t - y) * factor) / 2,
        slope: (t, y) => factor * y - factor * t,
      };
}

export function rightLosses(t: BackpropagationTasks, model: Model): readonly NamedAnswer[] {
  const { cost, slope } = plainly(model);
  const shares = (targets: Vector): number => (model.parameters.reduction === 'mean' ? targets.length : 1);
  return [
    ...rightAnswers(t.binaryCrossEntropy, {
      loops: (targets, predictions) => {
        let sum = 0;
        for (let i = 0; i < targets.length; i++) sum += cost(targets[i]!, predictions[i]!);
        return sum / shares(targets);
      },
      'shares-added-one-by-one': (targets, predictions) =>
        targets.reduce((total, target, i) => total + cost(target, predictions[i]!) / shares(targets), 0),
    }),
    ...rightAnswers(t.binaryCrossEntropyGradient, {
      'two-terms': (targets, predictions) =>
        targets.map((target, i) => slope(target, predictions[i]!) / shares(targets)),
      'typed-array': (targets, predictions) => typed(model.loss.gradient(targets, predictions)),
    }),
  ];
}

export function wrongLosses(t: BackpropagationTasks, model: Model): readonly NamedAnswer[] {
  const { loss, parameters } = model;
  const inTable = (y: number): boolean => !isCrossEntropy(parameters) || (y > 0.04 && y < 0.96);
  return [
    ...mutants(t.binaryCrossEntropy, {
      careless: careless(loss.value),
      'first-fifty-only': (targets, predictions) => loss.value(targets.slice(0, 50), predictions.slice(0, 50)),
      'one-entry-halved': { where: (targets) => targets.length === 1, answer: (...args) => loss.value(...args) / 2 },
      'odd-lengths-off': { where: (targets) => targets.length % 2 === 1, answer: (...args) => loss.value(...args) + 1 },
    }),
    ...mutants(t.binaryCrossEntropyGradient, {
      'from-a-table': (targets, predictions) =>
        loss.gradient(
          targets,
          predictions.map((y) => (inTable(y) ? Number(y.toFixed(2)) : y)),
        ),
      careless: careless(loss.gradient),
      'nothing-for-equals': (targets, predictions) =>
        loss.gradient(targets, predictions).map((g, i) => (targets[i] === targets[i - 1] ? 0 : g)),
    }),
  ];
}
