import { describe, expect, test } from 'vitest';
import { activationOf, smoothActivationNames } from '../../../reference/activations/activation-choice.ts';
import { type Chain, chainRuleOf } from '../../../reference/nets/chain.ts';
import { binaryCrossEntropy, lossOf } from '../../../reference/nets/losses.ts';
import { gradientDescentStep, networkOf } from '../../../reference/nets/network.ts';
import { derivative, layerGradients } from '../../../reference/numerics/finite-differences.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';

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

describe('the same net with weights of fanIn × fanOut', () => {
  const turnedLayers: Layer[] = [
    { weights: [[0.5], [-1]], biases: [0.5] },
    { weights: [[2, -1]], biases: [0, 1] },
  ];
  const other = networkOf(activationOf('sigmoid'), ofTheLecture, 'in-by-out');

  test('has the same numbers, and gradients that lie as its weights', () => {
    const [pass, otherPass] = [forward(layers, [1, 0.5]), other.forward(turnedLayers, [1, 0.5])];
    expect(otherPass).toEqual(pass);
    const [first, second] = backward(layers, pass, [1, 0]);
    const [otherFirst, otherSecond] = other.backward(turnedLayers, pass, [1, 0]);
    expect(otherFirst).toEqual({ weights: first!.weights[0]!.map((g) => [g]), biases: first!.biases });
    expect(otherSecond).toEqual({ weights: [second!.weights.map(([g]) => g)], biases: second!.biases });
  });
});

const nets = smoothActivationNames.flatMap((name) =>
  (['squared-error', 'half-squared-error'] as const).flatMap((loss) =>
    (['out-by-in', 'in-by-out'] as const).flatMap((orientation) =>
      (['mean', 'sum'] as const).map((reduction) => [name, loss, orientation, reduction] as const),
    ),
  ),
);

test.each(nets)('a net of %s under the %s, %s, %s, has the gradients that are measured', (name, ...rules) => {
  const [lossName, orientation, reduction] = rules;
  const loss = lossOf(lossName, reduction);
  const net = networkOf(activationOf(name), loss, orientation);
  const given = [...turned(orientation, layers)];
  const lossAt = (moved: readonly Layer[]) => loss.value([1, -0.5], net.forward(moved, [1, 0.5]).activations.at(-1)!);
  const measured = layerGradients(lossAt, given);
  for (const [l, { weights, biases }] of net.backward(given, net.forward(given, [1, 0.5]), [1, -0.5]).entries()) {
    expect(weights.map((row) => row.length)).toEqual(given[l]!.weights.map((row) => row.length));
    for (const [i, g] of weights.flat().entries()) expect(g).toBeCloseTo(measured[l]!.weights.flat()[i]!, 8);
    for (const [j, g] of biases.entries()) expect(g).toBeCloseTo(measured[l]!.biases[j]!, 8);
  }
});

describe('the binary cross-entropy', () => {
  test('is ln 2 for a prediction that knows nothing', () => {
    expect(binaryCrossEntropy([0, 1, 1], [0.5, 0.5, 0.5])).toBeCloseTo(Math.LN2, 15);
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
