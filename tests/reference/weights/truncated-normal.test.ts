import { describe, expect, test } from 'vitest';
import { gaussLegendre } from '../../../reference/numerics/quadrature.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import { truncatedSquareEpsilon } from '../../../reference/statistics/concentration.ts';
import { largestQuantile } from '../../../reference/statistics/statistics.ts';
import { moment } from '../../../reference/statistics/variance.ts';
import { varianceScaling } from '../../../reference/weights/initializers.ts';
import {
  drawTruncated,
  truncatedCdf,
  truncatedDensity,
  truncatedKurtosis,
  truncatedLimit,
  truncatedStd,
} from '../../../reference/weights/truncated-normal.ts';

const close = (received: number, expected: number, digits: number): void =>
  expect(Math.abs(received / expected - 1)).toBeLessThan(10 ** -digits);

/** ∫ f·density from −limit to `to`. */
function integral(f: (x: number) => number, to = truncatedLimit): number {
  const { nodes, weights } = gaussLegendre(40);
  const half = (to + truncatedLimit) / 2;
  return nodes.reduce((sum, node, i) => {
    const x = -truncatedLimit + half * (1 + node);
    return sum + half * weights[i]! * f(x) * truncatedDensity(x);
  }, 0);
}

describe('a normal distribution cut off at two standard deviations', () => {
  test('has the standard deviation that libraries divide by', () => {
    // The constant of TensorFlow, Keras and JAX.
    close(truncatedStd, 0.87962566103423978, 12);
  });

  test('stretched by it, has the mass 1, the variance 1, and its kurtosis', () => {
    close(
      integral(() => 1),
      1,
      11,
    );
    close(
      integral((x) => x * x),
      1,
      11,
    );
    close(
      integral((x) => x ** 4),
      truncatedKurtosis,
      11,
    );
  });

  test('has its density for the slope of its distribution function, which ends at the limits', () => {
    for (const t of [-2, -0.7, 0, 1.3]) {
      expect(Math.abs(truncatedCdf(t) - integral(() => 1, t))).toBeLessThan(1e-11);
    }
    expect([-truncatedLimit, truncatedLimit].map(truncatedCdf)).toEqual([0, 1]);
    expect(truncatedDensity(truncatedLimit + 1e-9)).toBe(0);
  });

  test('draws what has that histogram', () => {
    const rng = createRng(11);
    const draws = Float64Array.from({ length: 20_000 }, () => drawTruncated(rng) / truncatedStd).sort();
    const distance = draws.reduce((most, x, i) => Math.max(most, Math.abs(truncatedCdf(x) - i / draws.length)), 0);
    // Larger with a probability of 2·e^(−2·20000·0.015²) = 0.0002.
    expect(distance).toBeLessThan(0.015);
    expect(Math.abs(moment(draws, 2) - 1)).toBeLessThan(truncatedSquareEpsilon(draws.length, 1e-3));
  });

  test('has a largest draw as far out as its quantile says', () => {
    const least = largestQuantile(truncatedCdf, truncatedLimit, 10_000, 1e-9);
    close((2 * truncatedCdf(least) - 1) ** 10_000, 1e-9, 2);
    expect(least).toBeLessThan(truncatedLimit);
  });
});

test('truncated weights have the variance asked for, and stay within its limit', () => {
  const weights = varianceScaling(2, 'fanIn', 'truncated')(300, 100, createRng(2)).flat();
  const std = Math.sqrt(2 / 300);
  const units = weights.map((w) => w / std);
  expect(Math.abs(moment(units, 2) - 1)).toBeLessThan(truncatedSquareEpsilon(units.length, 1e-3));
  expect(Math.max(...units.map(Math.abs))).toBeLessThanOrEqual(truncatedLimit);
  expect(Math.max(...units)).toBeGreaterThan(0.99 * truncatedLimit);
});
