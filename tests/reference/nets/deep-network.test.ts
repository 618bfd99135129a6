import { describe, expect, test } from 'vitest';
import {
  accuracy,
  activations,
  deepForward,
  layerStatistics,
  lossAndGradients,
  meanLoss,
} from '../../../reference/nets/deep-network.ts';
import { initialize } from '../../../reference/nets/training.ts';
import { layerGradients } from '../../../reference/numerics/finite-differences.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import { heNormal, standardUniform, xavierNormal } from '../../../reference/weights/initializers.ts';

/** The net that the statement of 05 works through by hand. */
const layers: Layer[] = [
  {
    weights: [
      [1, -1],
      [0.5, 0.5],
    ],
    biases: [0, -0.5],
  },
  {
    weights: [
      [1, -2],
      [0.5, 1],
    ],
    biases: [0, 0.1],
  },
];
const inputs: Matrix = [
  [2, 1],
  [0, 2],
];
const labels = [0, 1];

describe('the forward pass', () => {
  test('applies the activation function to hidden layers and leaves the logits linear', () => {
    const { preactivations, activations: outputs } = deepForward(layers, 'relu', [0, 2]);
    expect(preactivations).toEqual([
      [-2, 0.5],
      [-1, 0.6],
    ]);
    expect(outputs).toEqual([
      [0, 2],
      [0, 0.5],
      [-1, 0.6],
    ]);
  });
});

describe("the layers' statistics", () => {
  test('are of all units and examples together, with the population deviation', () => {
    const [hidden, ...others] = layerStatistics(layers, 'relu', inputs);
    expect(hidden!.mean).toBeCloseTo(0.625, 12);
    expect(hidden!.std).toBeCloseTo(0.414578, 6);
    expect(others).toEqual([]);
  });

  test('are none for a net without hidden layers', () => {
    expect(layerStatistics(layers.slice(1), 'tanh', inputs)).toEqual([]);
  });

  test.each([
    ['standard, tanh', 'tanh', standardUniform, 3 ** -5],
    ['Xavier, ReLU', 'relu', xavierNormal, 2 ** -5],
    ['He, ReLU', 'relu', heNormal, 1],
  ] as const)('show what the theory says of ten layers: %s', (_, activation, draw, factor) => {
    // In tanh's linear region, where the theory is exact, the mean square is multiplied by n·Var(w), by half of it for
    // ReLU. A net 400 wide is within some ten percent of its expectation.
    const net = initialize([400, ...Array.from({ length: 10 }, () => 400), 2], draw, createRng(5));
    const rng = createRng(6);
    const batch = Array.from({ length: 4 }, () => Array.from({ length: 400 }, () => 1e-3 * rng.normal()));
    const rootMeanSquares = layerStatistics(net, activation, batch).map(({ mean, std }) => Math.hypot(mean, std));
    expect(rootMeanSquares.at(-1)! / 1e-3 / factor).toBeGreaterThan(0.7);
    expect(rootMeanSquares.at(-1)! / 1e-3 / factor).toBeLessThan(1.4);
  });
});

describe('loss and gradients', () => {
  test('are those of the example worked through in the statement', () => {
    const { loss, gradients } = lossAndGradients(layers, 'relu', inputs, labels);
    expect(loss).toBeCloseTo(1.427773, 6);
    expect(gradients[0]!.weights.flat().map((g) => g.toFixed(6))).toEqual([
      '-0.465431',
      '-0.232715',
      '2.792585',
      '0.892348',
    ]);
    expect(gradients[1]!.biases.map((g) => g.toFixed(6))).toEqual(['-0.381440', '0.381440']);
  });

  test.each(activations)('agree with finite differences through six layers of %s', (activation) => {
    // With biases of 0, a unit that gets nothing but zeros would sit on ReLU's kink.
    const net = initialize([3, 4, 2, 5, 3, 4, 3], xavierNormal, createRng(8)).map(({ weights, biases }) => ({
      weights,
      biases: biases.map((_, j) => 0.1 * (j + 1)),
    }));
    const batch = [
      [1, -0.5, 0.3],
      [-0.2, 0.7, 1.1],
      [0.4, 0.4, -0.9],
    ];
    const { loss, gradients } = lossAndGradients(net, activation, batch, [0, 2, 1]);
    expect(loss).toBeCloseTo(meanLoss(net, activation, batch, [0, 2, 1]), 12);
    const measured = layerGradients((moved) => meanLoss(moved, activation, batch, [0, 2, 1]), net);
    const flat = (nets: readonly Layer[]): number[] =>
      nets.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
    for (const [i, g] of flat(gradients).entries()) expect(g).toBeCloseTo(flat(measured)[i]!, 8);
  });

  test('are finite where a probability is 0', () => {
    const certain = [{ weights: [[0], [0]], biases: [9900, -9900] }];
    expect(lossAndGradients(certain, 'tanh', [[1]], [1])).toEqual({
      loss: 19800,
      gradients: [{ weights: [[1], [-1]], biases: [1, -1] }],
    });
  });

  test('leave the arguments as they were', () => {
    const before = structuredClone([layers, inputs, labels]);
    lossAndGradients(layers, 'sigmoid', inputs, labels);
    expect([layers, inputs, labels]).toEqual(before);
  });
});

describe('accuracy', () => {
  test('is the share of examples whose largest logit is at the label', () => {
    expect(accuracy(layers, 'relu', inputs, [1, 1])).toBe(1);
    expect(accuracy(layers, 'relu', inputs, [0, 1])).toBe(0.5);
  });

  test('counts no example of a net that has broken down', () => {
    expect(accuracy([{ weights: [[Number.NaN], [Number.NaN]], biases: [0, 0] }], 'relu', [[1]], [0])).toBe(0);
  });
});
