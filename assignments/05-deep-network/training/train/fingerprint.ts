import { type Fingerprint, RngSeed } from '../../../../grader/kit.ts';
import { globalNorm } from '../../../../reference/clipping.ts';
import type { TrainingData, TrainingSettings } from '../../../../reference/training.ts';
import type { Layer } from '../../../../reference/types.ts';
import type { TrainArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';

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
  epochs: 20,
  batchSize: 4,
  learningRate: 0.05,
};

/** One step from logits of 0, where nothing but biases has a gradient, and those of the last ones are (−1/2, 1/2). */
const clippedData: TrainingData = { inputs: biasData.inputs.slice(0, 4), labels: [0, 0, 0, 0] };
const oneStep = { ...biasRun, epochs: 1 };
const bound = 0.25;

interface ClippedRun {
  readonly settings: TrainingSettings;
  /** How far the biases have moved, in units of what clipping leaves. Twice as far is not clipped, however far it is. */
  readonly moved: (layers: readonly Layer[]) => number;
}

/**
 * The last biases' gradient alone is longer than maxNorm, and those below add what the weights make of it: clipped, all
 * together move by η·maxNorm. By value, each of the last ones moves by η·limit.
 */
const clippedRuns: { readonly [C in Rules['clipping']]: ClippedRun | undefined } = {
  norm: {
    settings: { ...oneStep, maxNorm: bound },
    moved: (layers) => globalNorm(layers.map(({ biases }) => biases)) / (oneStep.learningRate * bound),
  },
  value: {
    settings: { ...oneStep, limit: bound },
    moved: (layers) => Math.abs(layers.at(-1)?.biases[0] ?? Number.NaN) / (oneStep.learningRate * bound),
  },
  none: undefined,
};

/** √(fanIn·E[w²]) over all layers between hidden ones: √2 for He, 1 for Xavier, √⅓ for the standard initialization. */
function gain(layers: readonly Layer[]): number {
  const weights = layers.slice(1, -1).flatMap((layer) => layer.weights.flat());
  return Math.sqrt((width * weights.reduce((sum, w) => sum + w * w, 0)) / weights.length);
}

const isNear = (value: number, expected: number): boolean => Math.abs(value - expected) <= 0.05;

export interface TrainFingerprint {
  /** How many states of the generator the calls need. */
  readonly seeds: number;
  /** The calls whose answers the fingerprint is taken from. */
  readonly calls: (seeds: readonly number[]) => TrainArgs[];
  /** Of a law whose last calls are those above. */
  readonly fingerprint: Fingerprint<unknown, Layer[]>;
}

export function fingerprintOf({ phis, clipping, accuracy }: Rules): TrainFingerprint {
  const symmetric = phis.symmetric.name;
  const clipped = clippedRuns[clipping];
  const runs: readonly (readonly [TrainingData, TrainingSettings<string>])[] = [
    [anyData, { ...standstill, activation: 'relu' }],
    [anyData, { ...standstill, activation: symmetric }],
    [biasData, biasRun],
    [planeData, { ...planeRun, activation: symmetric }],
    ...(clipped ? [[clippedData, clipped.settings] as const] : []),
  ];
  return {
    seeds: runs.length,
    calls: (seeds) => runs.map(([data, settings], i): TrainArgs => [data, settings, new RngSeed(seeds[i]!)]),
    fingerprint: {
      features: (_, { values }) => {
        const [relu = [], odd = [], bias = [], plane = [], last = []] = values.slice(-runs.length);
        const gains = [gain(relu), gain(odd)];
        const moved = (bias.at(-1)?.biases[0] ?? Number.NaN) / biasDisplacement;
        const clippedMoved = clipped ? [Math.min(2, clipped.moved(last))] : [];
        // Whether the net learns says something of its own only where the rest is as it should be.
        const isRightSoFar = isNear(gains[0]!, Math.SQRT2) && isNear(gains[1]!, 1) && isNear(moved, 1);
        const learns = isRightSoFar && accuracy(plane, symmetric, planeData) > 0.9;
        return [relu.length, ...gains, moved, ...clippedMoved, learns ? 1 : 0];
      },
      // 8,192 weights give a gain to 1 %; the second order of the biases' way is below 1 %.
      tolerance: { relative: 0.05, absolute: 0.02 },
    },
  };
}
