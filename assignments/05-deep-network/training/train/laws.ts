import * as fc from 'fast-check';
import { type Law, law, pure, RngSeed, type Violation } from '../../../../grader/kit.ts';
import type { TrainingData } from '../../../../reference/training.ts';
import type { Layer } from '../../../../reference/types.ts';
import { type Digits, digitsOf } from '../../digits/digits.ts';
import { runsOf, type TrainingRuns } from '../../digits/runs.ts';
import { nonzero, seed } from '../../nets/generators.ts';
import type { Parameters } from '../../parameters.ts';
import type { DeepNetworkTasks, TrainArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';
import { fingerprintOf } from './fingerprint.ts';
import { signalLaw } from './signal-law.ts';
import { stepCountLaw } from './step-count-law.ts';

const maxInputs = 3;

/** A handful of examples and a deep, narrow net: what can be said of a training run without waiting for it. */
const smallOf = ({ phis }: Rules): fc.Arbitrary<TrainArgs> =>
  fc
    .record({
      rows: fc.array(fc.array(nonzero(1), { minLength: maxInputs, maxLength: maxInputs }), {
        minLength: 4,
        maxLength: 7,
      }),
      labels: fc.array(fc.nat(11), { minLength: 7, maxLength: 7 }),
      inputSize: fc.integer({ min: 1, max: maxInputs }),
      hiddenSizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 10, maxLength: 13 }),
      classes: fc.integer({ min: 2, max: 4 }),
      activation: fc.constantFrom('relu', phis.symmetric.name),
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
function learns(
  task: DeepNetworkTasks['train'],
  { settings, nets, threshold }: TrainingRuns,
  { training, heldOut }: Digits,
  { accuracy }: Rules,
): Law {
  return law(`learns-digits-with-${settings.activation}`, task, {
    inputs: fc.array(seed, { minLength: nets, maxLength: nets }),
    runs: 1,
    alpha,
    calls: (seeds) => seeds.map((state): TrainArgs => [training, settings, new RngSeed(state)]),
    check(_, { values }) {
      const accuracies = values.map((layers) => accuracy(layers, settings.activation, heldOut));
      const mean = accuracies.reduce((sum, share) => sum + share, 0) / nets;
      return mean >= threshold ? undefined : { expected: threshold, received: mean };
    },
  });
}

export function trainingLaws(tasks: DeepNetworkTasks, rules: Rules, parameters: Parameters): Law[] {
  const task = tasks.train;
  const digits = digitsOf(parameters);
  const runs = runsOf(parameters);
  const small = smallOf(rules);
  const { calls: fingerprintCalls, fingerprint, seeds: fingerprintSeeds } = fingerprintOf(rules);
  return [
    law('layer-sizes', task, {
      // Each call trains a net: a counterexample of a few numbers would cost the student a minute.
      inputs: fc.noShrink(
        fc.tuple(small, fc.array(seed, { minLength: fingerprintSeeds, maxLength: fingerprintSeeds })),
      ),
      runs: 2,
      probes: true,
      fingerprint,
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
    stepCountLaw(tasks, rules),
    signalLaw(tasks, digits, parameters.classes),
    learns(task, runs.symmetric, digits, rules),
    learns(task, runs.relu, digits, rules),
  ];
}
