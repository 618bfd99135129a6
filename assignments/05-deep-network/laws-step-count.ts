import fc from 'fast-check';
import { type Law, law, RngSeed } from '../../grader/contract.ts';
import type { Layer } from '../../reference/types.ts';
import { seed } from './generators.ts';
import type { DeepNetworkTasks, TrainArgs } from './reference.ts';

const epochs = [2, 6] as const;
const batchesPerEpoch = 5;
const learningRate = 1e-3;

interface Run {
  readonly inputSize: number;
  readonly width: number;
  readonly batchSize: number;
  readonly activation: 'relu' | 'tanh';
  readonly state: number;
}

const run = fc.record<Run>({
  inputSize: fc.integer({ min: 1, max: 4 }),
  width: fc.integer({ min: 2, max: 5 }),
  batchSize: fc.integer({ min: 3, max: 5 }),
  activation: fc.constantFrom('relu', 'tanh'),
  state: seed,
});

/** The same run twice, of which the second goes on for longer: on inputs of 0, which are all of one class. */
function calls({ inputSize, width, batchSize, activation, state }: Run): TrainArgs[] {
  const inputs = Array.from({ length: batchesPerEpoch * batchSize }, () => Array.from({ length: inputSize }, () => 0));
  const data = { inputs, labels: inputs.map(() => 0) };
  const hiddenSizes = Array.from({ length: 10 }, () => width);
  return epochs.map((epochs) => [
    data,
    { hiddenSizes, classes: 2, activation, epochs, batchSize, learningRate },
    new RngSeed(state),
  ]);
}

const lead = (layers: readonly Layer[]): number => {
  const [first = 0, second = 0] = layers.at(-1)?.biases ?? [];
  return first - second;
};

/**
 * How many steps the longer run has made beyond the shorter. Where the inputs are 0 a step moves the last biases by
 * η·(1 − p₀) and −η·p₁, which is η/2 each as long as the logits are near 0: their difference counts the steps in units
 * of η, in whatever order the examples are taken and whatever weights were drawn.
 */
const stepsBetween = ([short = [], long = []]: readonly (readonly Layer[])[]): number =>
  (lead(long) - lead(short)) / learningRate;

/**
 * As many steps as epochs and batches ask for, within a factor of two. The logits move by a few tenths at most, and if
 * the biases do not begin at 0, 1 − p₀ is another number than ½; who takes one epoch for all makes 0 of the 20 steps, who
 * takes all data for one batch 4, and who takes an example at a time 60 and more.
 */
export const stepCountLaw = ({ train: task }: DeepNetworkTasks): Law =>
  law('as-many-steps-as-asked', task, {
    inputs: run,
    runs: 3,
    calls,
    check(_, { values }) {
      const expected = (epochs[1] - epochs[0]) * batchesPerEpoch;
      const received = stepsBetween(values);
      return received > expected / 2 && received < expected * 2 ? undefined : { expected, received };
    },
  });
