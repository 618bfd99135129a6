import { type Fingerprint, RngSeed } from '../../grader/contract.ts';
import { globalNorm } from '../../reference/clipping.ts';
import { accuracy } from '../../reference/deep-network.ts';
import type { TrainingData, TrainingSettings } from '../../reference/training.ts';
import type { Layer } from '../../reference/types.ts';
import type { TrainArgs } from './reference.ts';

/**
 * Small training runs of which the outcome does not depend on how a student draws from `rng`, only on what was done. No
 * answer is wrong for its numbers here: they serve to name a mistake that the digits have shown.
 */
const width = 32;
const depth = 10;
const wide = Array.from({ length: depth }, () => width);

/** With this learning rate the weights that come back are the initial ones. */
const standstill = { hiddenSizes: wide, classes: 2, epochs: 1, batchSize: 4, learningRate: 1e-9 };
const anyData: TrainingData = {
  inputs: Array.from({ length: 4 }, (_, n) => Array.from({ length: width }, (_, i) => ((n + i) % 3) / 10)),
  labels: [0, 1, 0, 1],
};

/**
 * Inputs next to nothing: every logit is 0 but for the last layer's biases, which move against the gradient, softmax(b)
 * minus the share of each label. The first batch is all of one label, the other two of the other.
 */
const biasData: TrainingData = {
  inputs: Array.from({ length: 12 }, () => [1e-9, 1e-9]),
  labels: [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
};
const biasRun = {
  hiddenSizes: Array.from({ length: depth }, () => 4),
  classes: 2,
  activation: 'relu',
  epochs: 4,
  batchSize: 4,
  learningRate: 1e-3,
} satisfies TrainingSettings;
/** 4 · 3 steps along 2/3 − 1/2, to first order in the learning rate. */
const biasDisplacement = (12 * biasRun.learningRate) / 6;

/** Two classes that are a plane apart, in random order. */
const planeData: TrainingData = {
  inputs: Array.from({ length: 40 }, (_, n) => [n % 2, 1 - (n % 2), (n % 5) / 5, (n % 7) / 7]),
  labels: Array.from({ length: 40 }, (_, n) => n % 2),
};
const planeRun = {
  hiddenSizes: Array.from({ length: depth }, () => 16),
  classes: 2,
  activation: 'tanh',
  epochs: 20,
  batchSize: 4,
  learningRate: 0.05,
} satisfies TrainingSettings;

/**
 * One step from logits of 0, where nothing but biases has a gradient. That of the last ones alone, (−1/2, 1/2), is longer
 * than maxNorm, and those below add what the weights make of it: clipped, all together move by η·maxNorm.
 */
const clippedData: TrainingData = { inputs: biasData.inputs.slice(0, 4), labels: [0, 0, 0, 0] };
const clippedRun = { ...biasRun, epochs: 1, maxNorm: 0.25 } satisfies TrainingSettings;
const clippedDisplacement = clippedRun.learningRate * clippedRun.maxNorm;

/** The calls whose answers the fingerprint is taken from. */
export const fingerprintCalls = ([first, second, third, fourth, fifth]: readonly number[]): TrainArgs[] => [
  [anyData, { ...standstill, activation: 'relu' }, new RngSeed(first!)],
  [anyData, { ...standstill, activation: 'tanh' }, new RngSeed(second!)],
  [biasData, biasRun, new RngSeed(third!)],
  [planeData, planeRun, new RngSeed(fourth!)],
  [clippedData, clippedRun, new RngSeed(fifth!)],
];

/** √(fanIn·E[w²]) over all layers between hidden ones: √2 for He, 1 for Xavier, √⅓ for the standard initialization. */
function gain(layers: readonly Layer[]): number {
  const weights = layers.slice(1, -1).flatMap((layer) => layer.weights.flat());
  return Math.sqrt((width * weights.reduce((sum, w) => sum + w * w, 0)) / weights.length);
}

const isNear = (value: number, expected: number): boolean => Math.abs(value - expected) <= 0.05;

/** The last five of a law's calls are those above. */
export const trainFingerprint: Fingerprint<unknown, Layer[]> = {
  features: (_, { values }) => {
    const [relu = [], tanh = [], bias = [], plane = [], clipped = []] = values.slice(-5);
    const gains = [gain(relu), gain(tanh)];
    const moved = (bias.at(-1)?.biases[0] ?? Number.NaN) / biasDisplacement;
    // Twice as far is not clipped, however far it is.
    const clippedMoved = Math.min(2, globalNorm(clipped.map(({ biases }) => biases)) / clippedDisplacement);
    // Whether the net learns says something of its own only where the rest is as it should be.
    const isRightSoFar = isNear(gains[0]!, Math.SQRT2) && isNear(gains[1]!, 1) && isNear(moved, 1);
    const learns = accuracy(plane, planeRun.activation, planeData.inputs, planeData.labels) > 0.9;
    return [relu.length, ...gains, moved, clippedMoved, isRightSoFar && learns ? 1 : 0];
  },
  // 8,192 weights give a gain to 1 %; the second order of the biases' way is below 1 %.
  tolerance: { relative: 0.05, absolute: 0.02 },
};
