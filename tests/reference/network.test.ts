import { describe, expect, test } from 'vitest';
import { activationOf } from '../../reference/activation-choice.ts';
import { type Chain, chainRuleOf } from '../../reference/chain.ts';
import { derivative, layerGradients } from '../../reference/finite-differences.ts';
import { binaryCrossEntropy, binaryCrossEntropyGradient, lossOf } from '../../reference/losses.ts';
import { gradientDescentStep, networkOf } from '../../reference/network.ts';
import type { Layer } from '../../reference/types.ts';

const ofTheLecture = lossOf('binary-cross-entropy', 'mean');
const { forward, backward } = networkOf(activationOf('sigmoid'), ofTheLecture, 'out-by-in');
const {
  forward: chainForward,
  factors: chainFactors,
  gradient: chainGradient,
} = chainRuleOf(activationOf('sigmoid'), ofTheLecture);

const layers: Layer[] = [
  { weights: [[0.5, -1]], biases: [0.5] },
  { weights: [[2], [-1]], biases: [0, 1] },
];

describe('the net of the statement', () => {
  const pass = forward(layers, [1, 0.5]);

  test('has the activations that were computed by hand', () => {
    expect(pass.activations[1]?.[0]).toBeCloseTo(0.622459, 6);
    expect(pass.activations[2]?.map((a) => a.toFixed(6))).toEqual(['0.776419', '0.593280']);
  });

  test('has the gradients that finite differences measure', () => {
    const loss = (moved: readonly Layer[]) => binaryCrossEntropy([1, 0], forward(moved, [1, 0.5]).activations.at(-1)!);
    const measured = layerGradients(loss, layers);
    for (const [l, { weights, biases }] of backward(layers, pass, [1, 0]).entries()) {
      for (const [i, g] of weights.flat().entries()) expect(g).toBeCloseTo(measured[l]!.weights.flat()[i]!, 9);
      for (const [j, g] of biases.entries()) expect(g).toBeCloseTo(measured[l]!.biases[j]!, 9);
    }
  });

  test('loses less after a step down its gradient', () => {
    const loss = (net: readonly Layer[]) => binaryCrossEntropy([1, 0], forward(net, [1, 0.5]).activations.at(-1)!);
    const stepped = gradientDescentStep(layers, backward(layers, pass, [1, 0]), 0.1);
    expect(loss(stepped)).toBeLessThan(loss(layers));
  });
});

describe('the binary cross-entropy', () => {
  test('is ln 2 for a prediction that knows nothing', () => {
    expect(binaryCrossEntropy([0, 1, 1], [0.5, 0.5, 0.5])).toBeCloseTo(Math.LN2, 15);
  });

  test('is least where predictions are the targets', () => {
    expect(binaryCrossEntropyGradient([0.25, 0.9], [0.25, 0.9])).toEqual([0, 0]);
  });
});

describe('a chain of neurons', () => {
  const chain: Chain = { weights: [0.5, 2, -1], biases: [0, 0, 0.5] };

  test('has the factors and the gradient that were computed by hand', () => {
    expect(chainFactors(chain, 1).map((factor) => factor.toFixed(6))).toEqual(['0.347185', '-0.245285']);
    expect(chainGradient(chain, 1, 1)).toBeCloseTo(0.0463975, 7);
  });

  test('has the gradient that finite differences measure', () => {
    const loss = (w: number) => {
      const { activations } = chainForward({ ...chain, weights: chain.weights.with(0, w) }, 1);
      return binaryCrossEntropy([1], [activations.at(-1)!]);
    };
    expect(chainGradient(chain, 1, 1)).toBeCloseTo(derivative(loss, 0.5), 10);
  });

  test('of fifty neurons hands on next to nothing', () => {
    const long: Chain = { weights: Array.from({ length: 50 }, () => 1), biases: Array.from({ length: 50 }, () => 0) };
    const gradient = Math.abs(chainGradient(long, 1, 0));
    expect(gradient).toBeGreaterThan(0);
    expect(gradient).toBeLessThan(0.25 ** 49);
  });
});
