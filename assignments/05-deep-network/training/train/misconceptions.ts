import { permutation } from '../../../../reference/nets/training.ts';
import {
  type Initializer,
  standardUniform,
  varianceScaling,
  xavierNormal,
} from '../../../../reference/weights/initializers.ts';
import type { Rules } from '../../rules.ts';
import { type Batches, countUp, inSlices, shuffled, type Train, trainingBy } from './ways.ts';

/** One draw for a whole layer: its units all compute the same, and all learn the same. */
const oneValue =
  (draw: Initializer): Initializer =>
  (fanIn, fanOut, rng) => {
    const value = draw(fanIn, fanOut, rng)[0]![0]!;
    return Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => value));
  };

/** U[0, limit): the mean is limit/2 and not 0. */
const oneSided: Initializer = (fanIn, fanOut, rng) =>
  Array.from({ length: fanOut }, () =>
    Array.from({ length: fanIn }, () => Math.sqrt(6 / (fanIn + fanOut)) * rng.uniform()),
  );

/** Twice the variance that is asked for has its root for a standard deviation: 2/n for √(2/n). */
const stdFromVariance: Initializer = (fanIn, fanOut, rng) =>
  varianceScaling(4 / fanIn, 'fanIn', 'normal')(fanIn, fanOut, rng);

/** Glorot and Bengio's remark that softmax(Wh + b) wants Wh → 0, taken for a rule. */
const tenTimesSmaller =
  (draw: Initializer): Initializer =>
  (...args) =>
    draw(...args).map((row) => row.map((w) => 0.1 * w));

const everyEpochAlike = (): Batches => {
  let order: number[] | undefined;
  return (n, batchSize, rng) => {
    order ??= permutation(n, rng);
    return inSlices(order, batchSize);
  };
};

export const withReplacement: Batches = (n, batchSize, rng) =>
  inSlices(
    countUp(n).map(() => Math.floor(n * rng.uniform())),
    batchSize,
  );

const firstBatchOnly: Batches = (n, batchSize) =>
  Array.from({ length: Math.ceil(n / batchSize) }, () => inSlices(countUp(Math.min(n, batchSize)), batchSize)[0]!);

const wrongWeights = (rules: Rules) => {
  const trainBy = trainingBy(rules);
  return {
    'standard-initialization': trainBy({ draw: () => standardUniform }),
    'initialized-with-zeros': trainBy({ draw: () => varianceScaling(0, 'fanIn', 'normal') }),
    'one-value-for-all-weights': trainBy({ draw: ({ normal }) => oneValue(normal) }),
    'weights-never-negative': trainBy({ draw: () => oneSided }),
    'variance-taken-for-std': trainBy({ draw: ({ isRelu }) => (isRelu ? stdFromVariance : xavierNormal) }),
    'std-taken-for-limit': trainBy({
      draw: ({ isRelu }) => varianceScaling(isRelu ? 2 / 3 : 1 / 3, isRelu ? 'fanIn' : 'fanAvg', 'uniform'),
    }),
    'fan-out-for-fan-in': trainBy({
      draw: ({ isRelu }) => (isRelu ? varianceScaling(2, 'fanOut', 'normal') : xavierNormal),
    }),
    'xavier-for-relu': trainBy({ draw: () => xavierNormal }),
    'he-for-both': trainBy({ draw: () => varianceScaling(2, 'fanIn', 'normal') }),
    'last-layer-ten-times-smaller': trainBy({
      draw: ({ normal }, { isLast }) => (isLast ? tenTimesSmaller(normal) : normal),
    }),
    'biases-not-zero': trainBy({ bias: () => 0.1 }),
    'biases-drawn': trainBy({ bias: (rng) => 0.1 * rng.normal() }),
    'last-hidden-layer-missing': trainBy({ sizesOf: (sizes) => (sizes.length > 2 ? sizes.toSpliced(-2, 1) : sizes) }),
    'one-hidden-layer-too-many': trainBy({ sizesOf: (sizes) => sizes.toSpliced(-1, 0, sizes.at(-2)!) }),
  } satisfies { readonly [id: string]: Train };
};

const wrongSteps = (rules: Rules) => {
  const trainBy = trainingBy(rules);
  return {
    'steps-thrown-away': trainBy({ optionsOf: (options) => ({ ...options, learningRate: 0 }) }),
    'climbs-the-loss': trainBy({
      optionsOf: (options) => ({ ...options, learningRate: -options.learningRate }),
    }),
    'stops-after-one-epoch': trainBy({ epochsOf: (epochs) => Math.min(1, epochs) }),
    'learning-rate-decays': trainBy({
      optionsOf: ({ learningRate, ...options }, epoch) => ({ ...options, learningRate: learningRate / (1 + epoch) }),
    }),
    'l2-not-passed-on': trainBy({ optionsOf: ({ l2: _, ...options }) => options }),
    ...(rules.clipping !== 'none' && {
      'clipping-not-passed-on': trainBy({ optionsOf: ({ maxNorm: _, limit: __, ...options }) => options }),
      'options-not-passed-on': trainBy({ optionsOf: ({ learningRate }) => ({ learningRate }) }),
    }),
  } satisfies { readonly [id: string]: Train };
};

/** Of the 500 digits of the lecture. */
const aHundred = 100;

const wrongBatches = (rules: Rules) => {
  const by = (batches: Batches): Train => trainingBy(rules)({ batches: () => batches });
  return {
    'one-batch-for-all': by(firstBatchOnly),
    'whole-data-for-a-batch': by((n, _, rng, epoch) => shuffled(n, n, rng, epoch)),
    'one-example-at-a-time': by((n, _, rng, epoch) => shuffled(n, 1, rng, epoch)),
    'last-batch-dropped': by((n, batchSize, rng) =>
      inSlices(permutation(n, rng), batchSize).filter(({ inputs }) => inputs.length === batchSize),
    ),
    'last-batch-divided-by-batch-size': by((n, batchSize, rng, epoch) =>
      shuffled(n, batchSize, rng, epoch).map((batch) => ({ ...batch, divisor: batchSize })),
    ),
    'first-hundred-examples': by((n, batchSize, rng, epoch) => shuffled(Math.min(n, aHundred), batchSize, rng, epoch)),
    'batches-with-replacement': by(withReplacement),
    'not-shuffled': by((n, batchSize) => inSlices(countUp(n), batchSize)),
    'same-order-in-every-epoch': trainingBy(rules)({ batches: everyEpochAlike }),
    'labels-out-of-step': by((n, batchSize, rng) => inSlices(permutation(n, rng), batchSize, countUp(n))),
  } satisfies { readonly [id: string]: Train };
};

/** Wrong ways to train, by the name of the mistake. */
export const wrongTraining = (rules: Rules) => ({
  ...wrongWeights(rules),
  ...wrongSteps(rules),
  ...wrongBatches(rules),
});
