import { clipByValue, globalNorm } from '../../../../reference/nets/clipping.ts';
import { lossAndGradients } from '../../../../reference/nets/deep-network.ts';
import { gradientDescentStep } from '../../../../reference/nets/network.ts';
import { asVectors, regularizedGradients, type StepOptions, trainStep } from '../../../../reference/nets/training.ts';
import type { Layer, Matrix } from '../../../../reference/numerics/types.ts';
import type { Phi } from '../../activations.ts';
import type { Rules } from '../../rules.ts';

export type Step = (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[], options: StepOptions) => Layer[];

type Net = readonly Layer[];

export const scaled = (layers: Net, factor: number): Layer[] => mapped(layers, (value) => value * factor);

/** One function for weights, one for biases; the same where there is one. */
export const mapped = (layers: Net, weight: (w: number) => number, bias: (b: number) => number = weight): Layer[] =>
  layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map((value) => weight(value))),
    biases: biases.map((value) => bias(value)),
  }));

export const plus = (a: Net, b: Net): Layer[] => gradientDescentStep(a, b, -1);

export const normOf = (layers: Net): number => globalNorm(asVectors(layers));

export const withoutBiases = (layers: Net): Layer[] =>
  mapped(
    layers,
    (w) => w,
    () => 0,
  );

export const withoutWeights = (layers: Net): Layer[] =>
  mapped(
    layers,
    () => 0,
    (b) => b,
  );

export const clipNorm = (layers: Net, maxNorm: number): Layer[] =>
  scaled(layers, normOf(layers) > maxNorm ? maxNorm / normOf(layers) : 1);

export const clipValues = (layers: Net, limit: number): Layer[] =>
  layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => clipByValue(row, limit)),
    biases: clipByValue(biases, limit),
  }));

/** What a step does right, under the parameters of a variant, for those that do one thing wrong. */
export interface Parts {
  readonly step: Step;
  /** What L2 adds to the gradient. */
  readonly penalty: (layers: Net, l2: number) => Layer[];
  /** Clips to a bound, if there is one. */
  readonly clip: (gradients: Net, bound: number | undefined) => Layer[];
  /** A step from the gradients of the loss alone, put together in another way. */
  readonly by: (way: (layers: Layer[], gradients: Layer[], options: Given) => Layer[]) => Step;
  /** A right step but for what is done to the regularized gradient where there is a bound. */
  readonly clippedBy: (clipping: (gradients: Layer[], bound: number) => Layer[]) => Step;
}

/** The options with the bound under one name, and without gaps. */
export interface Given {
  readonly learningRate: number;
  readonly bound: number | undefined;
  readonly l2: number;
}

export const boundOf = ({ maxNorm, limit }: StepOptions): number | undefined => maxNorm ?? limit;

export const withoutBound = ({ maxNorm: _, limit: __, ...options }: StepOptions): StepOptions => options;

export function partsOf({ strength, clipping, optionsOf }: Rules): Parts {
  const clip: Parts['clip'] = (gradients, bound) => {
    if (bound === undefined) return [...gradients];
    return clipping === 'value' ? clipValues(gradients, bound) : clipNorm(gradients, bound);
  };
  return {
    step: (layers, phi, inputs, labels, options) => trainStep(layers, phi, inputs, labels, optionsOf(options)),
    penalty: (layers, l2) => scaled(withoutBiases(layers), strength * l2),
    clip,
    by: (way) => (layers, phi, inputs, labels, options) => {
      const { learningRate, l2 = 0 } = options;
      const { gradients } = lossAndGradients(layers, phi, inputs, labels);
      return way(layers, gradients, { learningRate, bound: boundOf(options), l2 });
    },
    clippedBy: (wrong) => (layers, phi, inputs, labels, options) => {
      const { learningRate, l2 = 0 } = options;
      const gradients = regularizedGradients(layers, phi, inputs, labels, strength * l2);
      const bound = boundOf(options);
      return gradientDescentStep(layers, bound === undefined ? gradients : wrong(gradients, bound), learningRate);
    },
  };
}
