import * as fc from 'fast-check';
import { type Law, law, RngSeed } from '../../../../grader/kit.ts';
import { softmax } from '../../../../reference/softmax.ts';
import type { Layer } from '../../../../reference/types.ts';
import { seed } from '../../nets/generators.ts';
import type { DeepNetworkTasks, TrainArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';

const epochs = [2, 6] as const;
const batchesPerEpoch = 5;
/** So small that the logits stay where they are, however much of the hidden layers' biases arrives at them. */
const learningRate = 1e-9;

interface Run {
  readonly inputSize: number;
  readonly width: number;
  readonly batchSize: number;
  readonly activation: string;
  readonly state: number;
}

const runOf = ({ phis }: Rules) =>
  fc.record<Run>({
    inputSize: fc.integer({ min: 1, max: 4 }),
    width: fc.integer({ min: 2, max: 5 }),
    batchSize: fc.integer({ min: 3, max: 5 }),
    activation: fc.constantFrom('relu', phis.symmetric.name),
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
 * How many steps the longer run has made beyond the shorter. Where the inputs are 0 and all labels are 0, a step moves the
 * last biases by η·(1 − p₀) and −η·p₁, so that their difference grows by 2η·(1 − p₀), in whatever order the examples are
 * taken and whatever weights and biases were drawn.
 */
function stepsBetween(
  { forward }: Rules,
  { inputSize, activation }: Run,
  [short = [], long = []]: readonly (readonly Layer[])[],
): number {
  const noInput = Array.from({ length: inputSize }, () => 0);
  const [p0 = 1] = softmax(forward(long, activation, noInput).activations.at(-1)!);
  return (lead(long) - lead(short)) / (2 * learningRate * (1 - p0));
}

/**
 * As many steps as epochs and batches ask for. Of the 20 who takes one epoch for all makes none, who takes all data for one
 * batch 4, and who takes an example at a time 60 and more; a right run, 19.9 to 20.0 at 21,000 trials of seven ways.
 */
export const stepCountLaw = ({ train: task }: DeepNetworkTasks, rules: Rules): Law =>
  law('as-many-steps-as-asked', task, {
    inputs: runOf(rules),
    runs: 3,
    calls,
    check(input, { values }) {
      const expected = (epochs[1] - epochs[0]) * batchesPerEpoch;
      const received = stepsBetween(rules, input, values);
      return Math.abs(received - expected) <= expected / 4 ? undefined : { expected, received };
    },
  });
