import { globalNorm } from '../../reference/clipping.ts';
import { type Activation, lossAndGradients } from '../../reference/deep-network.ts';
import { multiplyTransposed } from '../../reference/linear-algebra.ts';
import { gradientDescentStep } from '../../reference/network.ts';
import { asVectors, regularizedGradients, type StepOptions, trainStep } from '../../reference/training.ts';
import type { Layer, Matrix, Vector } from '../../reference/types.ts';
import { backpropagation } from './wrong-network.ts';

type Step = (
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
  options: StepOptions,
) => Layer[];

const scaled = (layers: readonly Layer[], factor: number): Layer[] =>
  layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map((value) => value * factor)),
    biases: biases.map((value) => value * factor),
  }));

const plus = (a: readonly Layer[], b: readonly Layer[], factor = 1): Layer[] => gradientDescentStep(a, b, -factor);

const normOf = (layers: readonly Layer[]): number => globalNorm(asVectors(layers));

const clip = (layers: readonly Layer[], maxNorm: number): Layer[] =>
  scaled(layers, normOf(layers) > maxNorm ? maxNorm / normOf(layers) : 1);

const withoutBiases = (layers: readonly Layer[]): Layer[] =>
  layers.map(({ weights, biases }) => ({ weights, biases: biases.map(() => 0) }));

const withoutWeights = (layers: readonly Layer[]): Layer[] =>
  layers.map(({ weights, biases }) => ({ weights: weights.map((row) => row.map(() => 0)), biases }));

/** A step from gradients of the loss alone, clipped and applied in another way. */
const stepBy =
  (way: (layers: Layer[], gradients: Layer[], options: Required<StepOptions>) => Layer[]): Step =>
  (layers, activation, inputs, labels, { learningRate, maxNorm = Infinity, l2 = 0 }) =>
    way(layers, lossAndGradients(layers, activation, inputs, labels).gradients, { learningRate, maxNorm, l2 });

/** A right step but for what is done to the regularized gradient. */
const clippedBy =
  (clipping: (gradients: Layer[], maxNorm: number, options: StepOptions) => Layer[]): Step =>
  (layers, activation, inputs, labels, options) => {
    const gradients = regularizedGradients(layers, activation, inputs, labels, options.l2);
    const { maxNorm, learningRate } = options;
    const clipped = maxNorm === undefined ? gradients : clipping(gradients, maxNorm, options);
    return gradientDescentStep(layers, clipped, learningRate);
  };

/** A right step but for the term that L2 adds to the gradient. */
const decayedBy = (term: (layers: Layer[], l2: number) => Layer[]): Step =>
  stepBy((layers, gradients, { learningRate, maxNorm, l2 }) =>
    gradientDescentStep(layers, clip(plus(gradients, term(layers, l2)), maxNorm), learningRate),
  );

const given = (l2: number | undefined): { l2?: number } => (l2 === undefined ? {} : { l2 });

const limited = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

/** Layer by layer from the last one, each moved before its delta is passed on: ∂L/∂W with weights of two nets. */
const throughMovedWeights: Step = (
  layers,
  activation,
  inputs,
  labels,
  { learningRate, maxNorm = Infinity, l2 = 0 },
) => {
  const moved = new Map<Matrix, Matrix>();
  const upstream = (weights: Matrix, delta: Vector, columns: number): Vector =>
    multiplyTransposed(moved.get(weights) ?? weights, delta, columns);
  let gradients: Layer[] = [];
  for (const layer of layers.toReversed()) {
    gradients = plus(
      backpropagation({ upstream })(layers, activation, inputs, labels).gradients,
      scaled(withoutBiases(layers), l2),
    );
    const [next] = gradientDescentStep([layer], [gradients[layers.indexOf(layer)]!], learningRate);
    moved.set(layer.weights, next!.weights);
  }
  return gradientDescentStep(layers, clip(gradients, maxNorm), learningRate);
};

/** Wrong steps, by the name of the mistake. */
export const wrongSteps = {
  'step-up-the-slope': (layers, activation, inputs, labels, options) =>
    trainStep(layers, activation, inputs, labels, { ...options, learningRate: -options.learningRate }),
  'learning-rate-left-out': (layers, activation, inputs, labels, options) =>
    trainStep(layers, activation, inputs, labels, { ...options, learningRate: 1 }),
  'biases-never-updated': (layers, activation, inputs, labels, options) =>
    trainStep(layers, activation, inputs, labels, options).map(({ weights }, l) => ({
      weights,
      biases: layers[l]!.biases,
    })),
  'learning-rate-squared': (layers, activation, inputs, labels, options) =>
    trainStep(layers, activation, inputs, labels, { ...options, learningRate: options.learningRate ** 2 }),
  'l2-left-out': decayedBy((layers) => scaled(layers, 0)),
  'l2-halved': decayedBy((layers, l2) => scaled(withoutBiases(layers), l2 / 2)),
  'l2-doubled': decayedBy((layers, l2) => scaled(withoutBiases(layers), 2 * l2)),
  'l2-subtracted': decayedBy((layers, l2) => scaled(withoutBiases(layers), -l2)),
  'l2-on-biases': decayedBy(scaled),
  'l1-for-l2': decayedBy((layers, l2) =>
    layers.map(({ weights, biases }) => ({
      weights: weights.map((row) => row.map((w) => l2 * Math.sign(w))),
      biases: biases.map(() => 0),
    })),
  ),
  'l2-over-the-batch': (layers, activation, inputs, labels, { l2 = 0, ...options }) =>
    trainStep(layers, activation, inputs, labels, { ...options, l2: l2 / inputs.length }),
  'l2-over-the-weights': decayedBy((layers, l2) =>
    scaled(withoutBiases(layers), l2 / layers.flatMap(({ weights }) => weights.flat()).length),
  ),
  'clipping-left-out': clippedBy((gradients) => gradients),
  'clips-each-layer': clippedBy((gradients, maxNorm) => gradients.flatMap((layer) => clip([layer], maxNorm))),
  'clips-weights-and-biases-apart': clippedBy((gradients, maxNorm) =>
    plus(clip(withoutBiases(gradients), maxNorm), clip(withoutWeights(gradients), maxNorm)),
  ),
  'norm-of-weights-only': clippedBy((gradients, maxNorm) => {
    const norm = normOf(withoutBiases(gradients));
    return scaled(gradients, norm > maxNorm ? maxNorm / norm : 1);
  }),
  'clips-by-value': clippedBy((gradients, maxNorm) =>
    gradients.map(({ weights, biases }) => ({
      weights: weights.map((row) => row.map((g) => limited(g, maxNorm))),
      biases: biases.map((g) => limited(g, maxNorm)),
    })),
  ),
  'norm-without-the-root': clippedBy((gradients, maxNorm) => {
    const squared = normOf(gradients) ** 2;
    return scaled(gradients, squared > maxNorm ? maxNorm / squared : 1);
  }),
  'sum-of-the-layers-norms': clippedBy((gradients, maxNorm) => {
    const sum = gradients.reduce((total, layer) => total + normOf([layer]), 0);
    return scaled(gradients, sum > maxNorm ? maxNorm / sum : 1);
  }),
  'sum-of-magnitudes-for-norm': clippedBy((gradients, maxNorm) => {
    const sum = asVectors(gradients)
      .flat()
      .reduce((total, g) => total + Math.abs(g), 0);
    return scaled(gradients, sum > maxNorm ? maxNorm / sum : 1);
  }),
  'largest-entry-for-norm': clippedBy((gradients, maxNorm) => {
    const largest = Math.max(...asVectors(gradients).flat().map(Math.abs));
    return scaled(gradients, largest > maxNorm ? maxNorm / largest : 1);
  }),
  'divided-by-the-squared-norm': clippedBy((gradients, maxNorm) => {
    const norm = normOf(gradients);
    return scaled(gradients, norm > maxNorm ? maxNorm / norm ** 2 : 1);
  }),
  'scaled-where-small': clippedBy((gradients, maxNorm) => {
    const norm = normOf(gradients);
    return scaled(gradients, norm < maxNorm && norm > 0 ? maxNorm / norm : 1);
  }),
  'always-scaled-to-the-limit': clippedBy((gradients, maxNorm) => scaled(gradients, maxNorm / normOf(gradients))),
  'zero-gradient-divided-by-zero': clippedBy((gradients, maxNorm) => {
    const norm = normOf(gradients);
    return norm > maxNorm || norm === 0 ? scaled(gradients, maxNorm / norm) : gradients;
  }),
  'clips-the-step': clippedBy((gradients, maxNorm, { learningRate }) => clip(gradients, maxNorm / learningRate)),
  'clips-the-new-weights': stepBy((layers, gradients, { learningRate, maxNorm, l2 }) => {
    const regularized = plus(gradients, scaled(withoutBiases(layers), l2));
    return clip(gradientDescentStep(layers, regularized, learningRate), maxNorm);
  }),
  'clips-before-l2': stepBy((layers, gradients, { learningRate, maxNorm, l2 }) => {
    const regularized = plus(clip(gradients, maxNorm), scaled(withoutBiases(layers), l2));
    return gradientDescentStep(layers, regularized, learningRate);
  }),
  'l2-only-where-it-clips': (layers, activation, inputs, labels, { l2, ...options }) =>
    trainStep(
      layers,
      activation,
      inputs,
      labels,
      options.maxNorm === undefined ? options : { ...options, ...given(l2) },
    ),
  'clips-only-where-there-is-l2': (layers, activation, inputs, labels, { maxNorm, ...options }) =>
    trainStep(layers, activation, inputs, labels, options.l2 && maxNorm ? { ...options, maxNorm } : options),
  'delta-through-moved-weights': throughMovedWeights,
  'step-in-place': (layers, activation, inputs, labels, options) => {
    const next = trainStep(layers, activation, inputs, labels, options);
    for (const [l, layer] of next.entries()) Object.assign(layers[l]!, structuredClone(layer));
    return next;
  },
} satisfies { readonly [id: string]: Step };
