import { describe, expect, test } from 'vitest';
import { parametersOf } from '../../assignments/05-deep-network/parameters.ts';
import type { StepArgs } from '../../assignments/05-deep-network/reference.ts';
import { rulesOf } from '../../assignments/05-deep-network/rules.ts';
import { stepUnder } from '../../assignments/05-deep-network/training/step/choices.ts';
import { compareSteps } from '../../assignments/05-deep-network/training/step/compare.ts';
import { dataOf, marksOf, shortStep } from '../../assignments/05-deep-network/training/train/examples/marks.ts';
import { wrongTraining } from '../../assignments/05-deep-network/training/train/misconceptions.ts';
import { followed } from '../../assignments/05-deep-network/training/train/steps/known-steps.ts';
import { lengthsOf, moments, pacedAs } from '../../assignments/05-deep-network/training/train/steps/lengths.ts';
import { type Train, trainingBy } from '../../assignments/05-deep-network/training/train/ways.ts';
import type { TrainingSettings } from '../../reference/nets/training.ts';
import { createRng } from '../../reference/numerics/rng.ts';

const rules = rulesOf(parametersOf());
const right = trainingBy(rules)({});
const wrong = wrongTraining(rules);

describe('a step', () => {
  const args: StepArgs = [
    [
      { weights: [[1, -0.5]], biases: [0.2] },
      { weights: [[0.7], [-1.1]], biases: [0, 0.3] },
    ],
    'tanh',
    [[0.4, -2]],
    [1],
    { learningRate: 0.5, maxNorm: 0.1, l2: 0.3 },
  ];
  test.each([0, 1e-12, 1e-8, 1e-7, 1e-6])('is right with maxNorm / (norm + %f)', (margin) => {
    expect(compareSteps(rules, args, stepUnder(rules, { margin, slopeAtKink: 0 }, args))).toBeUndefined();
  });

  test('is wrong with an ε of 2e-6', () => {
    expect(compareSteps(rules, args, stepUnder(rules, { margin: 2e-6, slopeAtKink: 0 }, args))).toMatchObject({
      path: '[0].weights[0][0]',
    });
  });
});

const settings: TrainingSettings<string> = {
  hiddenSizes: [4],
  classes: 3,
  activation: 'tanh',
  epochs: 3,
  batchSize: 2,
  learningRate: 0.1,
};
const data = {
  inputs: [
    [0.5, -1],
    [0.5, -1],
    [0.5, -1],
  ],
  labels: [2, 2, 2],
};
const run = { data, settings: { ...settings, l2: 0.4, maxNorm: 0.2 }, state: 4 };
const ends = (train: Train, { data, settings, state }: typeof run) =>
  [0, settings.learningRate].map((learningRate) => train(data, { ...settings, learningRate }, createRng(state)));

describe('how a run went is read off its layers:', () => {
  test('as it should', () => {
    expect(followed(rules, run, ends(right, run))).toMatchObject({ expected: 6, steps: 6, without: undefined });
  });

  test.each([
    ['stops-after-one-epoch', { steps: 2, without: undefined }],
    ['last-batch-dropped', { steps: 3, without: undefined }],
    ['l2-not-passed-on', { steps: undefined, without: 'l2' }],
    ['clipping-not-passed-on', { steps: undefined, without: 'bound' }],
    ['options-not-passed-on', { steps: undefined, without: 'both' }],
    ['learning-rate-decays', { steps: undefined, without: undefined }],
  ] as const)('%s', (id, expected) => {
    const all: Readonly<Record<string, Train | undefined>> = wrong;
    expect(followed(rules, run, ends(all[id]!, run))).toMatchObject(expected);
  });

  test('a rate that decays from epoch to epoch', () => {
    const paced = { run: { data, settings, state: 5 }, by: 'epoch' } as const;
    const nets = moments.flatMap((steps) => ends(wrong['learning-rate-decays'], pacedAs(paced, steps) as typeof run));
    const lengths = lengthsOf(rules, paced, nets)!;
    for (const [i, expected] of [1, 1 / 2, 1 / 3, 1 / 4].entries()) expect(lengths[i]).toBeCloseTo(expected, 4);
  });

  test('which examples were used, and with which labels', () => {
    const marked = { labels: [0, 1, 2, 1, 0], copies: 1 };
    const net = { ...settings, hiddenSizes: [], epochs: 1 };
    const marks = (train: Train) => {
      const [start, end] = [0, shortStep].map((learningRate) =>
        train(dataOf(marked), { ...net, learningRate }, createRng(6)),
      );
      return marksOf(rules, marked, net, [start!, end!]);
    };
    const seen = marks(right);
    expect(seen.map((mark) => mark?.label)).toEqual(marked.labels);
    // Four in batches of two, and one by itself.
    expect(seen.map((mark) => mark!.weight.toFixed(3)).sort()).toEqual(['0.500', '0.500', '0.500', '0.500', '1.000']);
    const dropped = marks(wrong['last-batch-dropped']).map((mark) => mark!.weight.toFixed(3));
    expect(dropped.toSorted()).toEqual(['0.000', '0.500', '0.500', '0.500', '0.500']);
  });
});
