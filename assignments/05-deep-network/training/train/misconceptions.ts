import {
  type Initializer,
  standardUniform,
  varianceScaling,
  xavierNormal,
} from '../../../../reference/initializers.ts';
import { permutation } from '../../../../reference/training.ts';
import type { Rules } from '../../rules.ts';
import { inSlices, shuffled, type Train, trainingBy } from './ways.ts';

const asTheyLie = (order: number[]): number[] => order.map((_, i) => i);

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

const stdFromVariance: Initializer = (fanIn, fanOut, rng) =>
  varianceScaling(4 / fanIn, 'fanIn', 'normal')(fanIn, fanOut, rng);

/** Wrong ways to train, by the name of the mistake. */
export function wrongTraining(rules: Rules) {
  const trainBy = trainingBy(rules);
  return {
    'standard-initialization': trainBy({ draw: () => standardUniform }),
    'initialized-with-zeros': trainBy({ draw: () => varianceScaling(0, 'fanIn', 'normal') }),
    'one-value-for-all-weights': trainBy({ draw: ({ normal }) => oneValue(normal) }),
    'weights-never-negative': trainBy({ draw: () => oneSided }),
    'variance-taken-for-std': trainBy({ draw: ({ isRelu }) => (isRelu ? stdFromVariance : xavierNormal) }),
    'xavier-for-relu': trainBy({ draw: () => xavierNormal }),
    'steps-thrown-away': trainBy({ optionsOf: (options) => ({ ...options, learningRate: 0 }) }),
    'climbs-the-loss': trainBy({
      optionsOf: (options) => ({ ...options, learningRate: -options.learningRate }),
    }),
    'stops-after-one-epoch': trainBy({ epochsOf: () => 1 }),
    'one-batch-for-all': trainBy({
      batches: (n, batchSize) =>
        Array.from({ length: Math.ceil(n / batchSize) }, () => {
          const first = asTheyLie(Array.from({ length: batchSize }));
          return { inputs: first, labels: first };
        }),
    }),
    'whole-data-for-a-batch': trainBy({ batches: (n, _, rng) => shuffled(n, n, rng) }),
    'one-example-at-a-time': trainBy({ batches: (n, _, rng) => shuffled(n, 1, rng) }),
    'labels-out-of-step': trainBy({
      batches: (n, batchSize, rng) => inSlices(permutation(n, rng), asTheyLie, batchSize),
    }),
    ...(rules.clipping !== 'none' && {
      'clipping-not-passed-on': trainBy({ optionsOf: ({ maxNorm: _, limit: __, ...options }) => options }),
    }),
    'last-hidden-layer-missing': trainBy({ sizesOf: (sizes) => sizes.toSpliced(-2, 1) }),
    'one-hidden-layer-too-many': trainBy({ sizesOf: (sizes) => sizes.toSpliced(-2, 0, sizes.at(-2)!) }),
  } satisfies { readonly [id: string]: Train };
}
