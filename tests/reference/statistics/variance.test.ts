import { expect, test } from 'vitest';
import { layerVariance, moment, productVariance, varianceByDepth } from '../../../reference/statistics/variance.ts';

test('the variance of a product, by hand', () => {
  expect(productVariance({ mean: -1, variance: 0.5 }, { mean: 2, variance: 3 })).toBe(6.5);
});

test('a constant factor multiplies a variance by its square', () => {
  expect(productVariance({ mean: -3, variance: 0 }, { mean: 5, variance: 2 })).toBe(18);
});

test('the factors of a product may change places', () => {
  const w = { mean: 0.5, variance: 2 };
  const x = { mean: -4, variance: 0.25 };
  expect(productVariance(w, x)).toBe(productVariance(x, w));
});

test('a layer has n times the variance of one product of centered factors', () => {
  const one = productVariance({ mean: 0, variance: 0.5 }, { mean: 0, variance: 3 });
  expect(layerVariance(7, 0.5, 3)).toBeCloseTo(7 * one, 12);
});

test('each layer takes up the variance of the one before', () => {
  const [first = 0, second = 0, third = 0, ...others] = varianceByDepth(3, 50, 0.03, 2);
  expect(others).toEqual([]);
  expect(first).toBeCloseTo(layerVariance(50, 0.03, 2), 12);
  expect(second).toBeCloseTo(layerVariance(50, 0.03, first), 12);
  expect(third).toBeCloseTo(layerVariance(50, 0.03, second), 12);
});

test('the standard initialization leaves 3^−50 after fifty layers', () => {
  const last = varianceByDepth(50, 300, 1 / 900, 1).at(-1) ?? Number.NaN;
  expect(last * 3 ** 50).toBeCloseTo(1, 12);
});

test('a moment is the mean of powers', () => {
  expect(moment([1, -2, 4], 2)).toBe(7);
});
