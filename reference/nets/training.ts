import type { RandomStream } from '../numerics/rng.ts';
import type { Layer, Matrix, Vector } from '../numerics/types.ts';
import { heNormal, type Initializer, xavierNormal } from '../weights/initializers.ts';
import { clipByGlobalNorm, clipByValue } from './clipping.ts';
import { type Activation, lossAndGradients } from './deep-network.ts';
import { gradientDescentStep } from './network.ts';
import { l2Gradient } from './regularization.ts';

/** At most one of `maxNorm`, for the global norm, and `limit`, for every entry. */
export type StepOptions = { learningRate: number; maxNorm?: number; limit?: number; l2?: number };

/** The gradient of mean loss + (λ/2) Σ w². */
export function regularizedGradients(
  layers: readonly Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: readonly number[],
  l2 = 0,
): Layer[] {
  const { gradients } = lossAndGradients(layers, activation, inputs, labels);
  const penalty = l2Gradient(layers, l2);
  return gradients.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => row.map((g, i) => g + penalty[l]!.weights[j]![i]!)),
    biases,
  }));
}

/** All rows of all weights, and all biases, as one list of vectors. */
export const asVectors = (layers: readonly Layer[]): Vector[] =>
  layers.flatMap(({ weights, biases }) => [...weights, biases]);

/** The inverse of `asVectors`, for a net of the given shape. */
function asLayers(vectors: readonly Vector[], shape: readonly Layer[]): Layer[] {
  let at = 0;
  return shape.map(({ biases }) => {
    const weights = vectors.slice(at, at + biases.length);
    at += biases.length + 1;
    return { weights, biases: vectors[at - 1]! };
  });
}

/** One step of gradient descent: the regularized gradient, clipped by its global norm or by value, then θ − η·g. */
export function trainStep(
  layers: readonly Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: readonly number[],
  { learningRate, maxNorm = Infinity, limit, l2 = 0 }: StepOptions,
): Layer[] {
  const gradients = regularizedGradients(layers, activation, inputs, labels, l2);
  const vectors = asVectors(gradients);
  const clipped =
    limit === undefined ? clipByGlobalNorm(vectors, maxNorm) : vectors.map((vector) => clipByValue(vector, limit));
  return gradientDescentStep(layers, asLayers(clipped, layers), learningRate);
}

export type TrainingData = { inputs: Matrix; labels: number[] };

export type TrainingSettings<Name extends string = 'tanh' | 'relu'> = StepOptions & {
  hiddenSizes: number[];
  classes: number;
  activation: Name;
  epochs: number;
  batchSize: number;
};

/** The initialization that keeps the variance for each activation: Xavier for tanh, He for ReLU; biases 0. */
export const initializers: { readonly [A in TrainingSettings['activation']]: Initializer } = {
  tanh: xavierNormal,
  relu: heNormal,
};

/** Fisher & Yates: every order of 0 … n − 1 is as likely. */
export function permutation(n: number, rng: RandomStream): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng.uniform() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** The layers of a net of the given widths. */
export const initialize = (sizes: readonly number[], draw: Initializer, rng: RandomStream): Layer[] =>
  sizes.slice(1).map((fanOut, l) => ({
    weights: draw(sizes[l]!, fanOut, rng),
    biases: Array.from({ length: fanOut }, () => 0),
  }));

/** What the name of an activation stands for in a training run. */
export interface Hidden {
  readonly activation: Activation;
  readonly initializer: Initializer;
}

/** Stochastic gradient descent over batches, in a new order in every epoch; the last batch may be smaller. */
export function trainWith(
  { activation, initializer }: Hidden,
  { inputs, labels }: TrainingData,
  { hiddenSizes, classes, activation: _, epochs, batchSize, ...options }: TrainingSettings<string>,
  rng: RandomStream,
): Layer[] {
  let layers = initialize([inputs[0]!.length, ...hiddenSizes, classes], initializer, rng);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = permutation(inputs.length, rng);
    for (let first = 0; first < order.length; first += batchSize) {
      const batch = order.slice(first, first + batchSize);
      layers = trainStep(
        layers,
        activation,
        batch.map((n) => inputs[n]!),
        batch.map((n) => labels[n]!),
        options,
      );
    }
  }
  return layers;
}

/** trainWith, using the initialization suited to the activation: Xavier for tanh, He for ReLU. */
export const train = (data: TrainingData, settings: TrainingSettings, rng: RandomStream): Layer[] =>
  trainWith({ activation: settings.activation, initializer: initializers[settings.activation] }, data, settings, rng);
