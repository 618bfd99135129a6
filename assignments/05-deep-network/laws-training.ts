import fc, { type Arbitrary } from 'fast-check';
import { type Law, law, pure, RngSeed, type Violation } from '../../grader/contract.ts';
import { accuracy } from '../../reference/deep-network.ts';
import type { TrainingData, TrainingSettings } from '../../reference/training.ts';
import type { Layer } from '../../reference/types.ts';
import { heldOut, training } from './digits.ts';
import { fingerprintCalls, trainFingerprint } from './fingerprint.ts';
import { nonzero, seed } from './generators.ts';
import { signalLaw } from './laws-signal.ts';
import { stepCountLaw } from './laws-step-count.ts';
import type { DeepNetworkTasks, TrainArgs } from './reference.ts';
import { reluRuns, type TrainingRuns, tanhRuns } from './training-runs.ts';

const maxInputs = 3;

/** A handful of examples and a deep, narrow net: what can be said of a training run without waiting for it. */
const small: Arbitrary<TrainArgs> = fc
  .record({
    rows: fc.array(fc.array(nonzero(1), { minLength: maxInputs, maxLength: maxInputs }), {
      minLength: 4,
      maxLength: 7,
    }),
    labels: fc.array(fc.nat(11), { minLength: 7, maxLength: 7 }),
    inputSize: fc.integer({ min: 1, max: maxInputs }),
    hiddenSizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 10, maxLength: 13 }),
    classes: fc.integer({ min: 2, max: 4 }),
    activation: fc.constantFrom<TrainingSettings['activation'][]>('relu', 'tanh'),
    batchSize: fc.integer({ min: 2, max: 4 }),
    seed,
  })
  .map(({ rows, labels, inputSize, hiddenSizes, classes, activation, batchSize, seed }): TrainArgs => {
    const data: TrainingData = {
      inputs: rows.map((row) => row.slice(0, inputSize)),
      labels: rows.map((_, n) => labels[n]! % classes),
    };
    return [data, { hiddenSizes, classes, activation, epochs: 2, batchSize, learningRate: 0.1 }, new RngSeed(seed)];
  });

/** [fanOut, fanIn] of each layer. */
const shapeOf = (layers: readonly Layer[]): number[][] =>
  layers.map(({ weights, biases }) => [biases.length, ...new Set(weights.map((row) => row.length))]);

function sizesViolation([data, { hiddenSizes, classes }]: TrainArgs, layers: readonly Layer[]): Violation | undefined {
  const sizes = [data.inputs[0]!.length, ...hiddenSizes, classes];
  const expected = sizes.slice(1).map((fanOut, l) => [fanOut, sizes[l]!]);
  const received = shapeOf(layers);
  const isRight =
    JSON.stringify(expected) === JSON.stringify(received) &&
    layers.every(({ weights, biases }) => weights.length === biases.length);
  return isRight ? undefined : { expected, received };
}

/** The chance that a right `train` misses a threshold, from the distributions in docs/digits.md. */
const alpha = 4e-10;

/**
 * The mean accuracy of a few nets on digits that `train` has not seen. The student's code returns layers; what these
 * are worth is computed here, with the trusted forward pass, on digits that never enter the sandbox.
 */
function learns(id: string, task: DeepNetworkTasks['train'], { settings, nets, threshold }: TrainingRuns): Law {
  return law(id, task, {
    inputs: fc.array(seed, { minLength: nets, maxLength: nets }),
    runs: 1,
    alpha,
    calls: (seeds) => seeds.map((state): TrainArgs => [training, settings, new RngSeed(state)]),
    check(_, { values }) {
      const accuracies = values.map((layers) => accuracy(layers, settings.activation, heldOut.inputs, heldOut.labels));
      const mean = accuracies.reduce((sum, share) => sum + share, 0) / nets;
      return mean >= threshold ? undefined : { expected: threshold, received: mean };
    },
  });
}

export function trainingLaws(tasks: DeepNetworkTasks): Law[] {
  const task = tasks.train;
  return [
    law('layer-sizes', task, {
      // Each call trains a net: a counterexample of a few numbers would cost the student a minute.
      inputs: fc.noShrink(fc.tuple(small, fc.array(seed, { minLength: 5, maxLength: 5 }))),
      runs: 2,
      probes: true,
      fingerprint: trainFingerprint,
      calls: ([args, seeds]) => [args, ...fingerprintCalls(seeds)],
      check([args, seeds], { values }) {
        for (const [call, asked] of [args, ...fingerprintCalls(seeds)].entries()) {
          const violation = sizesViolation(asked, values[call]!);
          if (violation) return { ...violation, call };
        }
        return undefined;
      },
    }),
    pure(task, small, 5),
    stepCountLaw(tasks),
    signalLaw(tasks),
    learns('learns-digits-with-tanh', task, tanhRuns),
    learns('learns-digits-with-relu', task, reluRuns),
  ];
}
