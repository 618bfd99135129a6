import { describe, expect, test } from 'vitest';
import { globalNorm } from '../../../reference/nets/clipping.ts';
import { accuracy, lossAndGradients, meanLoss } from '../../../reference/nets/deep-network.ts';
import { gradientDescentStep } from '../../../reference/nets/network.ts';
import { l2Penalty } from '../../../reference/nets/regularization.ts';
import {
  asVectors,
  initialize,
  permutation,
  regularizedGradients,
  type TrainingData,
  train,
  trainStep,
} from '../../../reference/nets/training.ts';
import { layerGradients } from '../../../reference/numerics/finite-differences.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { xavierNormal } from '../../../reference/weights/initializers.ts';

const net = initialize([2, 3, 2], xavierNormal, createRng(3));
const inputs = [
  [1, -0.5],
  [0.3, 2],
];
const labels = [1, 0];
const flat = (layers: readonly Layer[]): number[] => asVectors(layers).flat();

describe('a step', () => {
  test('goes against the gradient of the mean loss', () => {
    const { gradients } = lossAndGradients(net, 'tanh', inputs, labels);
    expect(trainStep(net, 'tanh', inputs, labels, { learningRate: 0.1 })).toEqual(
      gradientDescentStep(net, gradients, 0.1),
    );
  });

  test('takes L2 as the gradient of (λ/2) Σ w², biases left out', () => {
    const objective = (layers: readonly Layer[]) =>
      meanLoss(layers, 'tanh', inputs, labels) + l2Penalty([...layers], 0.3);
    const measured = flat(layerGradients(objective, net));
    for (const [i, g] of flat(regularizedGradients(net, 'tanh', inputs, labels, 0.3)).entries()) {
      expect(g).toBeCloseTo(measured[i]!, 8);
    }
  });

  test('is as long as maxNorm allows, L2 included, in the direction of the whole gradient', () => {
    const options = { learningRate: 0.5, maxNorm: 0.1, l2: 0.3 };
    const next = flat(trainStep(net, 'tanh', inputs, labels, options));
    const step = flat(net).map((value, i) => value - next[i]!);
    const gradient = flat(regularizedGradients(net, 'tanh', inputs, labels, 0.3));
    expect(globalNorm([step])).toBeCloseTo(0.05, 12);
    const ratio = step[0]! / gradient[0]!;
    for (const [i, value] of step.entries()) expect(value).toBeCloseTo(ratio * gradient[i]!, 12);
  });

  test('is not lengthened where the gradient is shorter than maxNorm', () => {
    const free = trainStep(net, 'tanh', inputs, labels, { learningRate: 0.5 });
    expect(trainStep(net, 'tanh', inputs, labels, { learningRate: 0.5, maxNorm: 100 })).toEqual(free);
  });
});

describe('a permutation', () => {
  test('holds every number once', () => {
    expect(permutation(20, createRng(1)).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test('puts every number in every place as often', () => {
    const counts = Array.from({ length: 3 }, () => [0, 0, 0]);
    for (let seed = 0; seed < 3000; seed++) {
      for (const [at, n] of permutation(3, createRng(seed)).entries()) counts[at]![n]! += 1;
    }
    // 1000 ± 26: five standard deviations.
    for (const count of counts.flat()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});

describe('training', () => {
  const data: TrainingData = {
    inputs: Array.from({ length: 25 }, (_, n) => [n % 2, 1 - (n % 2), (n % 5) / 5]),
    labels: Array.from({ length: 25 }, (_, n) => n % 2),
  };
  const settings = {
    hiddenSizes: Array.from({ length: 10 }, () => 12),
    classes: 2,
    activation: 'tanh',
    epochs: 15,
    batchSize: 4,
    learningRate: 0.1,
  } as const;
  const asSettings = { ...settings, hiddenSizes: [...settings.hiddenSizes] };

  test('learns to tell two classes through ten hidden layers', () => {
    const layers = train(data, asSettings, createRng(2));
    expect(layers.map(({ weights }) => [weights.length, weights[0]!.length])).toEqual([
      [12, 3],
      ...Array.from({ length: 9 }, () => [12, 12]),
      [2, 12],
    ]);
    expect(accuracy(layers, 'tanh', data.inputs, data.labels)).toBe(1);
  });

  test('takes ⌈n / batchSize⌉ steps an epoch: the last batch may be smaller', () => {
    // Inputs of next to nothing leave the last biases alone to learn, 1/2 − 1 of the label's gradient at every step.
    const five = { inputs: Array.from({ length: 5 }, () => [1e-9]), labels: [0, 0, 0, 0, 0] };
    const layers = train(five, { ...asSettings, epochs: 1, learningRate: 1e-6 }, createRng(2));
    expect(layers.at(-1)!.biases[0]! / 1e-6).toBeCloseTo(2 * 0.5, 4);
  });

  test('gives the same net for the same state of the generator, and another for another', () => {
    const short = { ...asSettings, epochs: 1 };
    expect(train(data, short, createRng(2))).toEqual(train(data, short, createRng(2)));
    expect(train(data, short, createRng(2))).not.toEqual(train(data, short, createRng(3)));
  });
});
