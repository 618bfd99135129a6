import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import type { Layer } from '../../reference/types.ts';
import type { GradientControlTasks } from './reference.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const squares = (values: readonly number[]): number => sum(values.map((value) => value * value));
const weightsOf = (layers: readonly Layer[]): number[] => layers.flatMap(({ weights }) => weights.flat());
const biasesOf = (layers: readonly Layer[]): number[] => layers.flatMap(({ biases }) => biases);
const zero = (): number => 0;

/** Another rule for the weights, or for the biases, and the right one for the rest. */
const byEntry = (layers: readonly Layer[], weight: (w: number) => number, bias: (b: number) => number = zero) =>
  layers.map(({ weights, biases }) => ({ weights: weights.map((row) => row.map(weight)), biases: biases.map(bias) }));

const penaltyMisconceptions = ({ l2Penalty }: GradientControlTasks) =>
  of(l2Penalty, {
    'penalty-without-half': (layers, lambda) => lambda * squares(weightsOf(layers)),
    'penalty-without-lambda': (layers) => squares(weightsOf(layers)) / 2,
    'penalty-with-a-minus': (layers, lambda) => (-lambda / 2) * squares(weightsOf(layers)),
    'penalty-with-biases': (layers, lambda) => (lambda / 2) * (squares(weightsOf(layers)) + squares(biasesOf(layers))),
    'penalty-of-absolute-values': (layers, lambda) => (lambda / 2) * sum(weightsOf(layers).map(Math.abs)),
    'penalty-l1': (layers, lambda) => lambda * sum(weightsOf(layers).map(Math.abs)),
    'penalty-square-of-the-sum': (layers, lambda) => (lambda / 2) * sum(weightsOf(layers)) ** 2,
    'penalty-root-of-the-sum': (layers, lambda) => (lambda / 2) * Math.sqrt(squares(weightsOf(layers))),
    'penalty-mean': (layers, lambda) => ((lambda / 2) * squares(weightsOf(layers))) / weightsOf(layers).length,
    'penalty-of-the-last-layer': (layers, lambda) => (lambda / 2) * squares(weightsOf(layers.slice(-1))),
    'penalty-in-place': (layers, lambda) => {
      let total = 0;
      for (const row of layers.flatMap(({ weights }) => weights)) {
        for (const [i, w] of row.entries()) {
          row[i] = w * w;
          total += row[i];
        }
      }
      return (lambda / 2) * total;
    },
  });

const gradientMisconceptions = ({ l2Gradient }: GradientControlTasks) =>
  of(l2Gradient, {
    'l2-gradient-doubled': (layers, lambda) => byEntry(layers, (w) => 2 * lambda * w),
    'l2-gradient-halved': (layers, lambda) => byEntry(layers, (w) => (lambda / 2) * w),
    'l2-gradient-without-lambda': (layers) => byEntry(layers, (w) => w),
    'l2-gradient-is-the-layers': (layers) => layers,
    'l2-gradient-with-a-minus': (layers, lambda) => byEntry(layers, (w) => -lambda * w),
    'l2-gradient-of-biases': (layers, lambda) =>
      byEntry(
        layers,
        (w) => lambda * w,
        (b) => lambda * b,
      ),
    'l2-gradient-keeps-biases': (layers, lambda) =>
      byEntry(
        layers,
        (w) => lambda * w,
        (b) => b,
      ),
    'l2-gradient-biases-left-out': (layers, lambda) =>
      byEntry(layers, (w) => lambda * w).map((layer) => ({ ...layer, biases: [] })),
    'l2-gradient-of-absolute-values': (layers, lambda) => byEntry(layers, (w) => lambda * Math.sign(w)),
    'l2-gradient-without-sign': (layers, lambda) => byEntry(layers, (w) => lambda * Math.abs(w)),
    'l2-gradient-of-the-root': (layers, lambda) =>
      byEntry(layers, (w) => (w === 0 ? 0 : ((lambda / 2) * w) / Math.sqrt(squares(weightsOf(layers))))),
    'l2-gradient-mean': (layers, lambda) => byEntry(layers, (w) => (lambda * w) / weightsOf(layers).length),
    'l2-gradient-is-the-penalty': (layers, lambda) => byEntry(layers, (w) => (lambda / 2) * w * w),
    'l2-gradient-is-a-step': (layers, lambda) =>
      byEntry(
        layers,
        (w) => w - lambda * w,
        (b) => b,
      ),
    'l2-gradient-in-place': (layers, lambda) => {
      for (const { weights, biases } of layers) {
        for (const row of weights) for (let i = 0; i < row.length; i++) row[i]! *= lambda;
        biases.fill(0);
      }
      return layers;
    },
  });

const leak = 0.01;

const reluMisconceptions = ({ relu, reluDerivative }: GradientControlTasks) => [
  ...of(relu, {
    'relu-min-for-max': (z) => Math.min(0, z),
    'relu-absolute-value': (z) => Math.abs(z),
    'relu-leaky': (z) => (z > 0 ? z : leak * z),
    'relu-leaky-swapped': (z) => (z > 0 ? leak * z : z),
    'relu-never-blocks': (z) => z,
    'relu-step': (z) => (z > 0 ? 1 : 0),
    'relu-cut-at-one': (z) => Math.min(1, Math.max(0, z)),
    'relu-softplus': (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
  }),
  ...of(reluDerivative, {
    'relu-derivative-is-relu': (z) => Math.max(0, z),
    'relu-derivative-is-z': (z) => z,
    'relu-derivative-never-closed': () => 1,
    'relu-derivative-never-open': () => 0,
    'relu-derivative-swapped': (z) => (z > 0 ? 0 : 1),
    'relu-derivative-sign': (z) => Math.sign(z),
    'relu-derivative-leaky': (z) => (z > 0 ? 1 : leak),
    'relu-derivative-half-at-zero': (z) => (1 + Math.sign(z)) / 2,
    'relu-derivative-not-a-number-at-zero': (z) => Math.max(0, z) / z,
    'relu-derivative-sigmoid': (z) => 1 / (1 + Math.exp(-z)),
  }),
];

/** Of L2 regularization and of ReLU. */
export const otherMisconceptions = (tasks: GradientControlTasks): readonly Misconception[] => [
  ...penaltyMisconceptions(tasks),
  ...gradientMisconceptions(tasks),
  ...reluMisconceptions(tasks),
];
