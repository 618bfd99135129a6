import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { lossOf } from '../../../reference/nets/losses.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { isCrossEntropy, type Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

type LossSlips = Readonly<Record<string, (targets: Vector, predictions: Vector) => number>>;
type GradientSlips = Readonly<Record<string, (targets: Vector, predictions: Vector) => Vector>>;

/** As Keras does, in single precision, before it takes the logarithm. */
const keepInside = (y: number): number => Math.max(1e-7, Math.min(1 - 1e-7, y));

/** 1/N where the loss is a mean, else 1. */
const shareOf = ({ parameters }: Model, targets: Vector): number =>
  parameters.reduction === 'mean' ? 1 / targets.length : 1;

const sum = (terms: Vector): number => terms.reduce((total, term) => total + term, 0);

/** One term for each prediction, summed or averaged as the loss is. */
const total =
  (model: Model, term: (t: number, y: number) => number) =>
  (targets: Vector, predictions: Vector): number =>
    sum(targets.map((t, i) => term(t, predictions[i]!))) * shareOf(model, targets);

const entries =
  (model: Model, entry: (t: number, y: number) => number) =>
  (targets: Vector, predictions: Vector): Vector =>
    targets.map((t, i) => entry(t, predictions[i]!) * shareOf(model, targets));

const crossEntropyTerm = (log: (y: number) => number) => (t: number, y: number) => -(t * log(y) + (1 - t) * log(1 - y));

/** The mean for the sum, or the other way round. */
const reductionSlips = ({ loss, parameters }: Model): { readonly loss: LossSlips; readonly gradient: GradientSlips } =>
  parameters.reduction === 'mean'
    ? {
        loss: { 'loss-as-sum': (targets, predictions) => targets.length * loss.value(targets, predictions) },
        gradient: {
          'loss-gradient-without-mean': (targets, predictions) =>
            loss.gradient(targets, predictions).map((g) => g * targets.length),
        },
      }
    : {
        loss: { 'loss-as-mean': (targets, predictions) => loss.value(targets, predictions) / targets.length },
        gradient: {
          'loss-gradient-with-mean': (targets, predictions) =>
            loss.gradient(targets, predictions).map((g) => g / targets.length),
        },
      };

const crossEntropySlips = (model: Model): { readonly loss: LossSlips; readonly gradient: GradientSlips } => {
  const { loss, activation, parameters, names } = model;
  const swapped = total(model, crossEntropyTerm(Math.log));
  return {
    loss: {
      'loss-without-minus': (targets, predictions) => -loss.value(targets, predictions),
      'loss-in-bits': total(model, crossEntropyTerm(Math.log2)),
      'loss-in-decades': total(model, crossEntropyTerm(Math.log10)),
      'loss-swapped': (targets, predictions) => swapped(predictions, targets),
      'loss-of-the-ones-only': total(model, (t, y) => -t * Math.log(y)),
      'loss-with-epsilon': total(
        model,
        crossEntropyTerm((y) => Math.log(y + 1e-7)),
      ),
      'loss-with-smaller-epsilon': total(
        model,
        crossEntropyTerm((y) => Math.log(y + 1e-8)),
      ),
      'loss-by-the-label': total(model, (t, y) => -Math.log(t === 1 ? y : 1 - y)),
      'loss-with-clipping': (targets, predictions) => loss.value(targets, predictions.map(keepInside)),
      [`loss-of-the-${names.activation}-again`]: (targets, predictions) =>
        loss.value(targets, predictions.map(activation.value)),
      'loss-squared-error': total(model, (t, y) => (t - y) ** 2),
    },
    gradient: {
      'loss-gradient-by-z': entries(model, (t, y) => y - t),
      ...(parameters.reduction === 'mean' && {
        'loss-gradient-is-the-difference': (targets: Vector, predictions: Vector) =>
          targets.map((t, i) => predictions[i]! - t),
      }),
      'loss-gradient-by-squares': entries(model, (t, y) => (y - t) / (y * (1 - y)) ** 2),
      'loss-gradient-of-the-ones-only': entries(model, (t, y) => -t / y),
      'loss-gradient-with-epsilon': entries(model, (t, y) => (y - t) / (y * (1 - y) + 1e-7)),
      'loss-gradient-with-clipping': (targets, predictions) => loss.gradient(targets, predictions.map(keepInside)),
      'loss-gradient-by-the-label': entries(model, (t, y) => (t === 1 ? -1 / y : 1 / (1 - y))),
      'loss-gradient-inner-sign': entries(model, (t, y) => -t / y - (1 - t) / (1 - y)),
    },
  };
};

/** φ′(z) from a = φ(z), where the textbooks have a rule for it. */
const fromOutput: Readonly<Record<string, (a: number) => number>> = {
  sigmoid: (a) => a * (1 - a),
  tanh: (a) => 1 - a * a,
};

const squaredErrorSlips = (model: Model): { readonly loss: LossSlips; readonly gradient: GradientSlips } => {
  const { loss, activation, parameters, names } = model;
  const isHalf = parameters.loss === 'half-squared-error';
  const crossEntropy = lossOf('binary-cross-entropy', parameters.reduction);
  const slope = fromOutput[names.activation];
  const half = isHalf ? 0.5 : 1;
  return {
    loss: {
      [isHalf ? 'loss-without-half' : 'loss-with-half']: (targets, predictions) =>
        loss.value(targets, predictions) * (isHalf ? 2 : 0.5),
      'loss-not-squared': total(model, (t, y) => half * Math.abs(y - t)),
      'loss-differences-summed': total(model, (t, y) => half * (y - t)),
      'loss-squared-sum': (targets, predictions) =>
        half * (sum(targets.map((t, i) => predictions[i]! - t)) * shareOf(model, targets)) ** 2,
      'loss-with-root': (targets, predictions) => Math.sqrt(loss.value(targets, predictions)),
      'loss-difference-of-squares': total(model, (t, y) => half * (y * y - t * t)),
      'loss-is-the-cross-entropy': crossEntropy.value,
      [`loss-of-the-${names.activation}-again`]: (targets, predictions) =>
        loss.value(targets, predictions.map(activation.value)),
    },
    gradient: {
      [isHalf ? 'loss-gradient-with-two' : 'loss-gradient-without-two']: (targets, predictions) =>
        loss.gradient(targets, predictions).map((g) => g * (isHalf ? 2 : 0.5)),
      ...(parameters.reduction === 'mean' &&
        !isHalf && {
          'loss-gradient-is-the-difference': (targets: Vector, predictions: Vector) =>
            targets.map((t, i) => predictions[i]! - t),
        }),
      'loss-gradient-is-squared': entries(model, (t, y) => half * (y - t) ** 2),
      'loss-gradient-is-a-sign': entries(model, (t, y) => Math.sign(y - t)),
      'loss-gradient-of-the-cross-entropy': crossEntropy.gradient,
      ...(slope && { 'loss-gradient-by-z': entries(model, (t, y) => 2 * half * (y - t) * slope(y)) }),
    },
  };
};

/** Of the loss and of its gradient. */
export function lossMisconceptions(t: BackpropagationTasks, model: Model): readonly Misconception[] {
  const slips = isCrossEntropy(model.parameters) ? crossEntropySlips(model) : squaredErrorSlips(model);
  const reduction = reductionSlips(model);
  return [
    ...of(t.binaryCrossEntropy, { ...reduction.loss, ...slips.loss }),
    ...of(t.binaryCrossEntropyGradient, {
      'loss-gradient-with-other-sign': (targets, predictions) =>
        model.loss.gradient(targets, predictions).map((g) => -g),
      ...reduction.gradient,
      ...slips.gradient,
    }),
  ];
}
