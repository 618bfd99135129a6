import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  leakyRelu,
  leakyReluDerivative,
  relu,
  reluDerivative,
  sigmoid,
  sigmoidDerivative,
  tanh,
  tanhDerivative,
} from '../../../reference/activations/activations.ts';
import { derivative } from '../../../reference/numerics/finite-differences.ts';

const z = fc.double({ min: -30, max: 30, noNaN: true });

describe('the sigmoid', () => {
  test('is 1 − σ(−z) and ½(1 + tanh(z/2)), whatever z is', () => {
    fc.assert(
      fc.property(z, (at) => {
        expect(sigmoid(at) + sigmoid(-at)).toBeCloseTo(1, 14);
        expect(sigmoid(at)).toBeCloseTo(0.5 * (1 + Math.tanh(at / 2)), 14);
      }),
    );
  });

  test('keeps its digits far to the left, and never overflows', () => {
    expect(sigmoid(-700) / Math.exp(-700)).toBeCloseTo(1, 12);
    // Where e^−z has no number any more, and e^z has one.
    expect(sigmoid(-720) / Math.exp(-720)).toBeCloseTo(1, 12);
    expect([sigmoid(-1e300), sigmoid(1e300)]).toEqual([0, 1]);
  });
});

describe.each([
  ['σ', sigmoid, sigmoidDerivative],
  ['tanh', tanh, tanhDerivative],
] as const)('the derivative of %s', (_, f, slope) => {
  test('is its slope by finite differences', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (at) => Math.abs(slope(at) - derivative(f, at)) < 1e-10),
    );
  });

  test('is even, and largest at 0', () => {
    fc.assert(fc.property(z, (at) => Math.abs(slope(at) - slope(-at)) < 1e-15 && slope(at) <= slope(0)));
  });
});

describe('ReLU', () => {
  test('passes what is positive, and its derivative is 0 or 1', () => {
    fc.assert(fc.property(z, (at) => relu(at) === at * reluDerivative(at) + 0 && [0, 1].includes(reluDerivative(at))));
  });
});

test('the slope of ReLU at its kink is 0', () => {
  expect(reluDerivative(0)).toBe(0);
});

describe('a leaky ReLU', () => {
  test('passes what is positive, and a share of what is not', () => {
    expect([-2, -1, 0, 1, 3].map((at) => leakyRelu(0.25, at))).toEqual([-0.5, -0.25, 0, 1, 3]);
  });

  test('has the slope that differences have, and that of the leak at its kink', () => {
    for (const at of [-2, -0.5, 0.5, 3]) {
      expect(leakyReluDerivative(0.25, at)).toBeCloseTo(
        derivative((x) => leakyRelu(0.25, x), at),
        9,
      );
    }
    expect(leakyReluDerivative(0.25, 0)).toBe(0.25);
  });
});
