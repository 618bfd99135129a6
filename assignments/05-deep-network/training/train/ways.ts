import type { Rng } from '../../../../grader/kit.ts';
import type { Initializer } from '../../../../reference/initializers.ts';
import {
  permutation,
  type StepOptions,
  type TrainingData,
  type TrainingSettings,
} from '../../../../reference/training.ts';
import type { Layer } from '../../../../reference/types.ts';
import type { Phi } from '../../activations.ts';
import type { Rules } from '../../rules.ts';
import { type Batch, trainFast } from './fast-training.ts';

export type Train = (data: TrainingData, settings: TrainingSettings<string>, rng: Rng) => Layer[];

/** Which examples make up the batches of an epoch. */
type Batches = (n: number, batchSize: number, rng: Rng) => readonly Batch[];

export const inSlices = (order: number[], labelsOf: (order: number[]) => number[], batchSize: number): Batch[] =>
  Array.from({ length: Math.ceil(order.length / batchSize) }, (_, k) => {
    const at = [k * batchSize, (k + 1) * batchSize] as const;
    return { inputs: order.slice(...at), labels: labelsOf(order).slice(...at) };
  });

export const shuffled: Batches = (n, batchSize, rng) => inSlices(permutation(n, rng), (order) => order, batchSize);

/** What may be done in another way. */
export interface Ways {
  readonly draw?: (phi: Phi) => Initializer;
  readonly batches?: Batches;
  readonly epochsOf?: (epochs: number) => number;
  readonly sizesOf?: (sizes: number[]) => number[];
  readonly optionsOf?: (options: StepOptions) => StepOptions;
}

/** Training with some things in it done in another way; with none it gives what the reference gives, to the bit. */
export const trainingBy =
  ({ phis, optionsOf: ruled }: Rules) =>
  ({
    draw = ({ normal }) => normal,
    batches = shuffled,
    epochsOf = (epochs) => epochs,
    sizesOf = (sizes) => sizes,
    optionsOf = (options) => options,
  }: Ways): Train =>
  (data, { hiddenSizes, classes, activation, epochs, batchSize, ...options }, rng) => {
    const phi = phis.of(activation);
    return trainFast(
      data,
      {
        sizes: sizesOf([data.inputs[0]!.length, ...hiddenSizes, classes]),
        phi,
        draw: draw(phi),
        batches: (stream) => batches(data.inputs.length, batchSize, stream),
        epochs: epochsOf(epochs),
        options: optionsOf(ruled(options)),
      },
      rng,
    );
  };
