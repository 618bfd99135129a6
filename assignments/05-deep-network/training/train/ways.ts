import type { Rng } from '../../../../grader/kit.ts';
import {
  permutation,
  type StepOptions,
  type TrainingData,
  type TrainingSettings,
} from '../../../../reference/nets/training.ts';
import type { Layer } from '../../../../reference/numerics/types.ts';
import type { Initializer } from '../../../../reference/weights/initializers.ts';
import type { Phi } from '../../activations.ts';
import type { Rules } from '../../rules.ts';
import { type Batch, trainFast } from './fast-training.ts';

export type Train = (data: TrainingData, settings: TrainingSettings<string>, rng: Rng) => Layer[];

/** For which data and settings. */
export type Where = (data: TrainingData, settings: TrainingSettings<string>) => boolean;

/** Wrong for some data, and right for the others. */
export const wrongWhere =
  (right: Train) =>
  (is: Where, other: Train): Train =>
  (data, settings, rng) =>
    (is(data, settings) ? other : right)(data, settings, rng);

/** Which examples make up the batches of an epoch. */
export type Batches = (n: number, batchSize: number, rng: Rng, epoch: number) => readonly Batch[];

/** Examples in an order, batch after batch, with their own labels if nothing else is said. */
export const inSlices = (order: number[], batchSize: number, labels: number[] = order): Batch[] =>
  Array.from({ length: Math.ceil(order.length / batchSize) }, (_, k) => {
    const at = [k * batchSize, (k + 1) * batchSize] as const;
    return { inputs: order.slice(...at), labels: labels.slice(...at) };
  });

export const countUp = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export const shuffled: Batches = (n, batchSize, rng) => inSlices(permutation(n, rng), batchSize);

/** Where in a net a layer is. */
export interface Place {
  readonly l: number;
  readonly isLast: boolean;
}

/** What may be done in another way. */
export interface Ways {
  readonly draw?: (phi: Phi, place: Place) => Initializer;
  readonly bias?: (rng: Rng) => number;
  /** Made anew for each run: some remember the order of the first epoch. */
  readonly batches?: () => Batches;
  readonly epochsOf?: (epochs: number) => number;
  readonly sizesOf?: (sizes: number[]) => number[];
  readonly optionsOf?: (options: StepOptions, epoch: number) => StepOptions;
}

/** Training with some things in it done in another way; with none it gives what the reference gives, to the bit. */
export const trainingBy =
  ({ phis, optionsOf: ruled }: Rules) =>
  ({
    draw = ({ normal }) => normal,
    bias = () => 0,
    batches = () => shuffled,
    epochsOf = (epochs) => epochs,
    sizesOf = (sizes) => sizes,
    optionsOf = (options) => options,
  }: Ways): Train =>
  (data, { hiddenSizes, classes, activation, epochs, batchSize, ...options }, rng) => {
    const phi = phis.of(activation);
    const sizes = sizesOf([data.inputs[0]!.length, ...hiddenSizes, classes]);
    const batchesOf = batches();
    return trainFast(
      data,
      {
        sizes,
        phi,
        draw: (l) => draw(phi, { l, isLast: l === sizes.length - 2 }),
        bias,
        batches: (stream, epoch) => batchesOf(data.inputs.length, batchSize, stream, epoch),
        epochs: epochsOf(epochs),
        options: (epoch) => optionsOf(ruled(options), epoch),
      },
      rng,
    );
  };
