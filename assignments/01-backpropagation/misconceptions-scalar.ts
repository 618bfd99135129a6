import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative } from '../../reference/activations.ts';
import { binaryCrossEntropy, binaryCrossEntropyGradient } from '../../reference/losses.ts';
import type { Vector } from '../../reference/types.ts';
import type { BackpropagationTasks } from './reference.ts';

const cutTo = (limit: number, z: number): number => Math.max(-limit, Math.min(limit, z));

/** The mean of −[t·log y + (1 − t)·log(1 − y)], with another logarithm. */
const meanLoss = (targets: Vector, predictions: Vector, log: (y: number) => number): number =>
  -targets.reduce((sum, t, i) => sum + t * log(predictions[i]!) + (1 - t) * log(1 - predictions[i]!), 0) /
  targets.length;

const perEntry = (targets: Vector, predictions: Vector, entry: (t: number, y: number) => number): Vector =>
  targets.map((t, i) => entry(t, predictions[i]!) / targets.length);

/** As Keras does, in single precision, before it takes the logarithm. */
const keepInside = (y: number): number => Math.max(1e-7, Math.min(1 - 1e-7, y));

/** Of the functions of numbers and vectors: the sigmoid, its derivative, the loss and its gradient. */
export const scalarMisconceptions = (t: BackpropagationTasks): readonly Misconception[] => [
  ...of(t.sigmoid, {
    'sigmoid-mirrored': (z) => sigmoid(-z),
    'sigmoid-overflows': (z) => Math.exp(z) / (1 + Math.exp(z)),
    'sigmoid-without-parentheses': (z) => 1 + Math.exp(-z),
    'sigmoid-cut': (z) => sigmoid(cutTo(12, z)),
    'sigmoid-is-tanh': (z) => Math.tanh(z),
    'sigmoid-hard': (z) => cutTo(0.5, z / 4) + 0.5,
  }),
  ...of(t.sigmoidDerivative, {
    'slope-of-the-argument': (z) => z * (1 - z),
    'slope-of-the-activation': (z) => sigmoidDerivative(sigmoid(z)),
    'slope-with-plus': (z) => sigmoid(z) * (1 + sigmoid(z)),
    'slope-is-the-sigmoid': (z) => sigmoid(z),
    'slope-with-minus': (z) => -sigmoidDerivative(z),
    'slope-overflows': (z) => Math.exp(z) / (1 + Math.exp(z)) ** 2,
    'slope-overflows-on-the-left': (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2,
    'slope-cut': (z) => sigmoidDerivative(cutTo(12, z)),
    'slope-by-the-rule-of-tanh': (z) => 1 - sigmoid(z) ** 2,
    'slope-without-the-square': (z) => Math.exp(-z) / (1 + Math.exp(-z)),
  }),
  ...of(t.binaryCrossEntropy, {
    'loss-without-minus': (targets, predictions) => -binaryCrossEntropy(targets, predictions),
    'loss-as-sum': (targets, predictions) => targets.length * binaryCrossEntropy(targets, predictions),
    'loss-in-bits': (targets, predictions) => meanLoss(targets, predictions, Math.log2),
    'loss-in-decades': (targets, predictions) => meanLoss(targets, predictions, Math.log10),
    'loss-swapped': (targets, predictions) => meanLoss(predictions, targets, Math.log),
    'loss-of-the-ones-only': (targets, predictions) =>
      -targets.reduce((sum, target, i) => sum + target * Math.log(predictions[i]!), 0) / targets.length,
    'loss-with-epsilon': (targets, predictions) => meanLoss(targets, predictions, (y) => Math.log(y + 1e-7)),
    'loss-with-clipping': (targets, predictions) => binaryCrossEntropy(targets, predictions.map(keepInside)),
    'loss-of-the-sigmoid-again': (targets, predictions) => binaryCrossEntropy(targets, predictions.map(sigmoid)),
    'loss-squared-error': (targets, predictions) =>
      targets.reduce((sum, target, i) => sum + (target - predictions[i]!) ** 2, 0) / targets.length,
  }),
  ...of(t.binaryCrossEntropyGradient, {
    'loss-gradient-with-other-sign': (targets, predictions) =>
      binaryCrossEntropyGradient(targets, predictions).map((g) => -g),
    'loss-gradient-without-mean': (targets, predictions) =>
      binaryCrossEntropyGradient(targets, predictions).map((g) => g * targets.length),
    'loss-gradient-by-z': (targets, predictions) => perEntry(targets, predictions, (target, y) => y - target),
    'loss-gradient-is-the-difference': (targets, predictions) => targets.map((target, i) => predictions[i]! - target),
    'loss-gradient-by-squares': (targets, predictions) =>
      perEntry(targets, predictions, (target, y) => (y - target) / (y * (1 - y)) ** 2),
    'loss-gradient-of-the-ones-only': (targets, predictions) =>
      perEntry(targets, predictions, (target, y) => -target / y),
    'loss-gradient-with-epsilon': (targets, predictions) =>
      perEntry(targets, predictions, (target, y) => (y - target) / (y * (1 - y) + 1e-7)),
    'loss-gradient-with-clipping': (targets, predictions) =>
      binaryCrossEntropyGradient(targets, predictions.map(keepInside)),
    'loss-gradient-inner-sign': (targets, predictions) =>
      perEntry(targets, predictions, (target, y) => -target / y - (1 - target) / (1 - y)),
  }),
];
