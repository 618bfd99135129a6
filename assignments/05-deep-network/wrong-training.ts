import type { Rng } from '../../grader/contract.ts';
import { type Initializer, standardUniform, varianceScaling, xavierNormal } from '../../reference/initializers.ts';
import {
  initialize,
  initializers,
  permutation,
  type TrainingData,
  type TrainingSettings,
  trainStep,
} from '../../reference/training.ts';
import type { Layer } from '../../reference/types.ts';

export type Train = (data: TrainingData, settings: TrainingSettings, rng: Rng) => Layer[];

/** Which examples make up the batches of an epoch; inputs and labels by their own numbers. */
type Batches = (n: number, batchSize: number, rng: Rng) => readonly { inputs: number[]; labels: number[] }[];

export const inSlices = (order: number[], labelsOf: (order: number[]) => number[], batchSize: number) =>
  Array.from({ length: Math.ceil(order.length / batchSize) }, (_, k) => {
    const at = [k * batchSize, (k + 1) * batchSize] as const;
    return { inputs: order.slice(...at), labels: labelsOf(order).slice(...at) };
  });

const shuffled: Batches = (n, batchSize, rng) => inSlices(permutation(n, rng), (order) => order, batchSize);

const asTheyLie = (order: number[]): number[] => order.map((_, i) => i);

/** Training with one thing in it done in another way. */
export function trainBy({
  draw = (activation) => initializers[activation],
  batches = shuffled,
  epochsOf = (epochs) => epochs,
  sizesOf = (sizes) => sizes,
  step = trainStep,
}: {
  draw?: (activation: TrainingSettings['activation']) => Initializer;
  batches?: Batches;
  epochsOf?: (epochs: number) => number;
  sizesOf?: (sizes: number[]) => number[];
  step?: typeof trainStep;
}): Train {
  return ({ inputs, labels }, { hiddenSizes, classes, activation, epochs, batchSize, ...options }, rng) => {
    const sizes = sizesOf([inputs[0]!.length, ...hiddenSizes, classes]);
    let layers = initialize(sizes, draw(activation), rng);
    for (let epoch = 0; epoch < epochsOf(epochs); epoch++) {
      for (const batch of batches(inputs.length, batchSize, rng)) {
        const rows = batch.inputs.map((n) => inputs[n]!);
        const targets = batch.labels.map((n) => labels[n]!);
        layers = step(layers, activation, rows, targets, options);
      }
    }
    return layers;
  };
}

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
export const wrongTraining = {
  'standard-initialization': trainBy({ draw: () => standardUniform }),
  'initialized-with-zeros': trainBy({ draw: () => varianceScaling(0, 'fanIn', 'normal') }),
  'one-value-for-all-weights': trainBy({ draw: (activation) => oneValue(initializers[activation]) }),
  'weights-never-negative': trainBy({ draw: () => oneSided }),
  'variance-taken-for-std': trainBy({ draw: (activation) => (activation === 'relu' ? stdFromVariance : xavierNormal) }),
  'xavier-for-relu': trainBy({ draw: () => xavierNormal }),
  'steps-thrown-away': trainBy({ step: (layers) => [...layers] }),
  'climbs-the-loss': trainBy({
    step: (layers, activation, inputs, labels, options) =>
      trainStep(layers, activation, inputs, labels, { ...options, learningRate: -options.learningRate }),
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
  'clipping-not-passed-on': trainBy({
    step: (layers, activation, inputs, labels, { maxNorm: _, ...options }) =>
      trainStep(layers, activation, inputs, labels, options),
  }),
  'last-hidden-layer-missing': trainBy({ sizesOf: (sizes) => sizes.toSpliced(-2, 1) }),
  'one-hidden-layer-too-many': trainBy({ sizesOf: (sizes) => sizes.toSpliced(-2, 0, sizes.at(-2)!) }),
} satisfies { readonly [id: string]: Train };
