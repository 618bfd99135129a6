import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
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
