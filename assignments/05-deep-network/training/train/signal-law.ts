import * as fc from 'fast-check';
import { type Law, law, RngSeed } from '../../../../grader/kit.ts';
import { layerStatistics } from '../../../../reference/deep-network.ts';
import type { TrainingData, TrainingSettings } from '../../../../reference/training.ts';
import type { Layer } from '../../../../reference/types.ts';
import type { Digits } from '../../digits/digits.ts';
import { seed } from '../../nets/generators.ts';
import type { DeepNetworkTasks, TrainArgs } from '../../reference.ts';

export const nets = 6;
const depth = 30;
const width = 32;

/** A few of the digits. */
export const someOf = ({ training: { inputs, labels } }: Pick<Digits, 'training'>): TrainingData => ({
  inputs: inputs.slice(0, 4),
  labels: labels.slice(0, 4),
});

/** One step, and one too short to be seen: the weights that come back are those that were drawn. */
export const settingsFor = (classes: number): TrainingSettings => ({
  hiddenSizes: Array.from({ length: depth }, () => width),
  classes,
  activation: 'relu',
  epochs: 1,
  batchSize: 4,
  learningRate: 1e-12,
});

/**
 * What the geometric mean of the nets' ratios has to reach. A layer changes the logarithm of its net's ratio by
 * ln(fanIn · Var(w) / 2) − 2.5/width with variance 5/width, to first order. After 29 of them the mean of six is −2.2 ± 0.75
 * for He, −9.7 ± 0.75 for He cut off at two std and not made up for, −22 ± 0.75 for Xavier: −13.8 lies 15 std below the
 * first, 5 below the second and 11 above the third. It is from He that alpha is the distance, with much to spare.
 */
export const threshold = 1e-6;
const alpha = 1e-10;

/** A net of which every unit is off counts as one that lets 1e-12 through: with 32 units, one of 1e8 right ones. */
const dead = 1e-12;

/** Mean square of the activations, over units and examples, in the last hidden layer, to that in the first. */
function passedOn(layers: readonly Layer[], { inputs }: TrainingData): number {
  const squares = layerStatistics(layers, 'relu', inputs).map(({ mean, std }) => mean ** 2 + std ** 2);
  const [first = 1, last = 0] = [squares[0], squares.at(-1)];
  return Math.max(last / first, dead);
}

/** The mean over the nets of the logarithm of what each passes on. */
export const logPassedOn = (answers: readonly (readonly Layer[])[], data: TrainingData): number =>
  answers.reduce((sum, layers) => sum + Math.log(passedOn(layers, data)), 0) / answers.length;

/** What accuracy says only in most cases, this says in all: that the weights drawn for ReLU carry the signal. */
export function signalLaw({ train: task }: DeepNetworkTasks, digits: Digits, classes: number): Law {
  const data = someOf(digits);
  const settings = settingsFor(classes);
  return law('signal-through-thirty-layers', task, {
    inputs: fc.array(seed, { minLength: nets, maxLength: nets }),
    runs: 1,
    alpha,
    calls: (seeds) => seeds.map((state): TrainArgs => [data, settings, new RngSeed(state)]),
    check(_, { values }) {
      const received = Math.exp(logPassedOn(values, data));
      return received >= threshold ? undefined : { expected: threshold, received };
    },
  });
}
