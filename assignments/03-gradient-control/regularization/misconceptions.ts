import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { type Parameters, strengthOf } from '../parameters.ts';
import type { GradientControlTasks } from '../reference.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const squares = (values: readonly number[]): number => sum(values.map((value) => value * value));
const weightsOf = (layers: readonly Layer[]): number[] => layers.flatMap(({ weights }) => weights.flat());
const biasesOf = (layers: readonly Layer[]): number[] => layers.flatMap(({ biases }) => biases);
const zero = (): number => 0;

/** Another rule for the weights, or for the biases, and the right one for the rest. */
const byEntry = (layers: readonly Layer[], weight: (w: number) => number, bias: (b: number) => number = zero) =>
  layers.map(({ weights, biases }) => ({ weights: weights.map((row) => row.map(weight)), biases: biases.map(bias) }));

/** The slips are made with `strength`·λ, as the right penalty is; those of its factor with λ itself. */
const penaltyMisconceptions = ({ l2Penalty }: GradientControlTasks, parameters: Parameters) => {
  const half = (lambda: number): number => (strengthOf(parameters) * lambda) / 2;
  const isHalf = parameters.penalty === 'half';
  return of(l2Penalty, {
    'penalty-without-half': (layers, lambda) => lambda * squares(weightsOf(layers)),
    'penalty-without-lambda': (layers) => squares(weightsOf(layers)) * half(1),
    'penalty-with-a-minus': (layers, lambda) => -half(lambda) * squares(weightsOf(layers)),
    'penalty-with-biases': (layers, lambda) => half(lambda) * (squares(weightsOf(layers)) + squares(biasesOf(layers))),
    'penalty-of-absolute-values': (layers, lambda) => half(lambda) * sum(weightsOf(layers).map(Math.abs)),
    ...(isHalf
      ? { 'penalty-l1': (layers: Layer[], lambda: number) => lambda * sum(weightsOf(layers).map(Math.abs)) }
      : { 'penalty-with-half': (layers: Layer[], lambda: number) => (lambda / 2) * squares(weightsOf(layers)) }),
    'penalty-square-of-the-sum': (layers, lambda) => half(lambda) * sum(weightsOf(layers)) ** 2,
    'penalty-root-of-the-sum': (layers, lambda) => half(lambda) * Math.sqrt(squares(weightsOf(layers))),
    'penalty-mean': (layers, lambda) => (half(lambda) * squares(weightsOf(layers))) / weightsOf(layers).length,
    'penalty-of-the-last-layer': (layers, lambda) => half(lambda) * squares(weightsOf(layers.slice(-1))),
    'penalty-of-the-last-weight': (layers, lambda) => half(lambda) * squares(weightsOf(layers).slice(-1)),
    'penalty-in-place': (layers, lambda) => {
      let total = 0;
      for (const row of layers.flatMap(({ weights }) => weights)) {
        for (const [i, w] of row.entries()) {
          row[i] = w * w;
          total += row[i];
        }
      }
      return half(lambda) * total;
    },
  });
};

const gradientMisconceptions = ({ l2Gradient }: GradientControlTasks, parameters: Parameters) => {
  const strength = strengthOf(parameters);
  return of(l2Gradient, {
    'l2-gradient-doubled': (layers, lambda) => byEntry(layers, (w) => 2 * lambda * w),
    'l2-gradient-halved': (layers, lambda) => byEntry(layers, (w) => ((strength * lambda) / 2) * w),
    'l2-gradient-without-lambda': (layers) => byEntry(layers, (w) => strength * w),
    'l2-gradient-is-the-layers': (layers) => layers,
    'l2-gradient-with-a-minus': (layers, lambda) => byEntry(layers, (w) => -strength * lambda * w),
    'l2-gradient-of-biases': (layers, lambda) =>
      byEntry(
        layers,
        (w) => strength * lambda * w,
        (b) => strength * lambda * b,
      ),
    'l2-gradient-keeps-biases': (layers, lambda) =>
      byEntry(
        layers,
        (w) => strength * lambda * w,
        (b) => b,
      ),
    'l2-gradient-biases-left-out': (layers, lambda) =>
      byEntry(layers, (w) => strength * lambda * w).map((layer) => ({ ...layer, biases: [] })),
    'l2-gradient-of-absolute-values': (layers, lambda) => byEntry(layers, (w) => strength * lambda * Math.sign(w)),
    'l2-gradient-without-sign': (layers, lambda) => byEntry(layers, (w) => strength * lambda * Math.abs(w)),
    'l2-gradient-of-the-root': (layers, lambda) =>
      byEntry(layers, (w) => (w === 0 ? 0 : (((strength * lambda) / 2) * w) / Math.sqrt(squares(weightsOf(layers))))),
    'l2-gradient-mean': (layers, lambda) => byEntry(layers, (w) => (strength * lambda * w) / weightsOf(layers).length),
    'l2-gradient-is-the-penalty': (layers, lambda) => byEntry(layers, (w) => ((strength * lambda) / 2) * w * w),
    'l2-gradient-is-a-step': (layers, lambda) =>
      byEntry(
        layers,
        (w) => w - strength * lambda * w,
        (b) => b,
      ),
    'l2-gradient-in-place': (layers, lambda) => {
      for (const { weights, biases } of layers) {
        for (const row of weights) for (let i = 0; i < row.length; i++) row[i]! *= strength * lambda;
        biases.fill(0);
      }
      return layers;
    },
  });
};

export const regularizationMisconceptions = (
  tasks: GradientControlTasks,
  parameters: Parameters,
): readonly Misconception[] => [
  ...penaltyMisconceptions(tasks, parameters),
  ...gradientMisconceptions(tasks, parameters),
];
