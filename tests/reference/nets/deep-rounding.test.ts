import { describe, expect, test } from 'vitest';
import { lossAndGradients } from '../../../reference/nets/deep-network.ts';
import { deepErrors, hiddenErrors, type Rounded } from '../../../reference/nets/deep-rounding.ts';
import { initialize } from '../../../reference/nets/training.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { heNormal, xavierNormal } from '../../../reference/weights/initializers.ts';

const tanh: Rounded = { value: Math.tanh, derivative: (z) => 1 - Math.tanh(z) ** 2, isRelu: false };
const relu: Rounded = { value: (z) => Math.max(0, z), derivative: (z) => (z > 0 ? 1 : 0), isRelu: true };

const flat = (layers: readonly Layer[]): number[] =>
  layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);

/** The same net with its units in another order, so that all sums are taken in another order. */
const turned = (layers: readonly Layer[]): Layer[] =>
  layers.map(({ weights, biases }, l) => {
    const isLast = l === layers.length - 1;
    const rows = weights.map((row) => row.toReversed());
    return isLast ? { weights: rows, biases } : { weights: rows.toReversed(), biases: biases.toReversed() };
  });

describe('the bounds on what rounding does to gradients', () => {
  test.each([
    ['tanh', tanh, xavierNormal],
    ['ReLU', relu, heNormal],
  ] as const)('hold for sums in another order, and are small: %s', (_, phi, draw) => {
    const rng = createRng(3);
    const net = initialize([9, ...Array.from({ length: 5 }, () => 8), 7], draw, rng);
    const inputs = Array.from({ length: 20 }, () => Array.from({ length: 9 }, () => rng.normal()));
    const labels = inputs.map((_, n) => n % 7);
    const right = lossAndGradients(net, phi, inputs, labels);
    const other = lossAndGradients(
      turned(net),
      phi,
      inputs.map((row) => row.toReversed()),
      labels,
    );
    const bounds = deepErrors(net, phi, inputs, labels);
    const [expected, received, errors] = [right.gradients, turned(other.gradients), bounds.gradients].map(flat);
    expect(Math.abs(right.loss - other.loss)).toBeLessThanOrEqual(bounds.loss);
    expect(bounds.loss).toBeLessThan(1e-9);
    for (const [i, g] of expected!.entries()) {
      expect(Math.abs(g - received![i]!)).toBeLessThanOrEqual(errors![i]!);
      expect(errors![i]!).toBeLessThan(1e-9);
    }
  });

  test('leave room for both derivatives of ReLU at 0, and for none elsewhere', () => {
    const net = (bias: number): Layer[] => [
      { weights: [[0]], biases: [bias] },
      { weights: [[1], [-1]], biases: [0, 0] },
    ];
    const [atZero, beside] = [0, 1e-9].map((bias) => deepErrors(net(bias), relu, [[1]], [0]).gradients[0]!.biases[0]!);
    expect(atZero).toBeCloseTo(1, 10);
    expect(beside).toBeLessThan(1e-12);
  });

  test('are those of saturated units next to nothing', () => {
    const net: Layer[] = [
      { weights: [[1]], biases: [9000] },
      { weights: [[1]], biases: [0] },
    ];
    expect(hiddenErrors(net, tanh, [[1]])[0]![0]![0]!).toBeLessThan(1e-13);
  });
});
