import { describe, expect, test } from 'vitest';
import { derivative } from '../../../reference/numerics/finite-differences.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import {
  bernsteinEpsilon,
  chiSquareMeanEpsilon,
  dkwEpsilon,
  subGaussianBound,
  truncatedSquareEpsilon,
  uniformSquareEpsilon,
} from '../../../reference/statistics/concentration.ts';
import {
  chiSquareQuantiles,
  gammaTails,
  largestNormal,
  largestQuantile,
  logGamma,
  normalCdf,
  normalDensity,
} from '../../../reference/statistics/statistics.ts';

/** To so many digits, relative to the expected value. */
const close = (received: number, expected: number, digits: number): void =>
  expect(Math.abs(received / expected - 1)).toBeLessThan(10 ** -digits);

describe('ln Γ', () => {
  test.each([
    [0.5, Math.log(Math.PI) / 2],
    [10, Math.log(362880)],
    [0.1, 2.252712651734206],
    [100, 359.1342053695754],
    [21600, 193973.61834141516],
  ])('of %d', (x, expected) => close(logGamma(x), expected, 13));
});

describe('the incomplete gamma functions', () => {
  test('are 1 − e^−x and e^−x for the shape 1, far out too', () => {
    for (const x of [0.001, 0.5, 1.9, 2.1, 30, 300]) {
      close(gammaTails(1, x).lower, -Math.expm1(-x), 12);
      close(gammaTails(1, x).upper, Math.exp(-x), 12);
    }
  });

  test('add up to 1 on both sides of the mean', () => {
    for (const a of [0.5, 3, 1000, 16500]) {
      for (const x of [0.9 * a, a, 1.1 * a]) {
        const { lower, upper } = gammaTails(a, x);
        close(lower + upper, 1, 12);
      }
    }
  });

  test('end at nothing, at infinity, and for what is no number', () => {
    expect(gammaTails(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(gammaTails(2, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
    expect(gammaTails(2, Number.NaN)).toEqual({ lower: Number.NaN, upper: Number.NaN });
  });
});

describe('the quantiles of χ²', () => {
  test('are those of the tables', () => {
    const { low, high } = chiSquareQuantiles(10, 0.05);
    close(low, 3.9402991361190605, 7);
    close(high, 18.307038053275146, 7);
  });

  test('with two degrees of freedom are logarithms', () => {
    for (const alpha of [0.3, 1e-3, 1e-11]) {
      const { low, high } = chiSquareQuantiles(2, alpha);
      close(low, -2 * Math.log1p(-alpha), 4);
      close(high, -2 * Math.log(alpha), 7);
    }
  });

  test('with 33,000 degrees of freedom at 1e-11 are those of SciPy', () => {
    const { low, high } = chiSquareQuantiles(33000, 1e-11);
    close(low, 31306.394202973457, 7);
    close(high, 34752.23155390473, 7);
  });
});

describe('the normal distribution function', () => {
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.5, 0.06680720126885807],
    [-6, 9.865876450376946e-10],
  ])('at %d', (x, expected) => close(normalCdf(x), expected, 12));

  test('has the density for its slope', () => {
    for (const x of [-3, -0.4, 0, 1.2]) expect(normalDensity(x)).toBeCloseTo(derivative(normalCdf, x), 9);
  });

  test.each([100, 10_000, 1e6])('gives the largest of %d draws a size that it hardly ever falls short of', (draws) => {
    const m = largestNormal(draws, 1e-9);
    expect((2 * normalCdf(m) - 1) ** draws).toBeLessThan(1e-9);
    // Gordon's bound is no worse than this.
    expect((2 * normalCdf(1.2 * m) - 1) ** draws).toBeGreaterThan(1e-9);
    close((2 * normalDensity(m) * m) / (1 + m ** 2), -Math.log(1e-9) / draws, 6);
  });

  test('gives the largest of many draws its quantile', () => {
    const m = largestQuantile(normalCdf, 10, 10_000, 1e-9);
    close((2 * normalCdf(m) - 1) ** 10_000, 1e-9, 3);
  });
});

/** How often an event happens in so many repetitions, and a bound that a chance of alpha exceeds hardly ever. */
function expectRare(alpha: number, happens: () => boolean): void {
  const repetitions = 2000;
  const count = Array.from({ length: repetitions }, happens).filter(Boolean).length;
  expect(count).toBeLessThanOrEqual(repetitions * alpha + 5 * Math.sqrt(repetitions * alpha));
}

describe('what a statistic hardly ever exceeds', () => {
  const rng = createRng(4);
  const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
  const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  const alpha = 0.1;

  test('the bounds are those of the papers', () => {
    close(dkwEpsilon(1000, 0.05), Math.sqrt(Math.log(40) / 2000), 12);
    close(subGaussianBound(2 * Math.exp(-8)), 4, 12);
    // Solves Nε² = 2t(v + range·ε/3).
    const epsilon = bernsteinEpsilon(500, 0.2, 0.7, 0.01);
    close(500 * epsilon ** 2, 2 * Math.log(200) * (0.2 + (0.7 * epsilon) / 3), 12);
  });

  test('the bound of a mean square of normals is that of Chernoff', () => {
    for (const draws of [10, 500, 1e6]) {
      const epsilon = chiSquareMeanEpsilon(draws, 0.01);
      expect(epsilon).toBeGreaterThan(0);
      close((draws / 2) * (epsilon - Math.log1p(epsilon)), Math.log(200), 8);
    }
  });

  test('the bound of a mean square of normals that are cut off is that of Bernstein', () => {
    const steps = 4000;
    const mean = (power: number): number => {
      const at = Array.from({ length: steps }, (_, i) => (4 * (i + 0.5)) / steps - 2);
      const weights = at.map(normalDensity);
      return at.reduce((sum, x, i) => sum + weights[i]! * x ** power, 0) / weights.reduce((sum, w) => sum + w, 0);
    };
    const [variance, kurtosis] = [mean(2), mean(4) / mean(2) ** 2];
    close(truncatedSquareEpsilon(300, 0.01), bernsteinEpsilon(300, kurtosis - 1, 4 / variance - 1, 0.01), 6);
  });

  test('a distribution function', () => {
    const epsilon = dkwEpsilon(200, alpha);
    expectRare(alpha, () => {
      const sorted = draws(200, rng.uniform).sort((a, b) => a - b);
      return sorted.some((u, i) => Math.max(u - i / 200, (i + 1) / 200 - u) > epsilon);
    });
  });

  test('the mean square of a uniform', () => {
    const epsilon = uniformSquareEpsilon(200, alpha);
    expectRare(alpha, () => Math.abs(mean(draws(200, () => (2 * rng.uniform() - 1) ** 2)) - 1 / 3) > epsilon);
  });

  test('the mean square of a normal', () => {
    const { low, high } = chiSquareQuantiles(200, alpha / 2);
    expectRare(alpha, () => {
      const sum = 200 * mean(draws(200, () => rng.normal() ** 2));
      return sum < low || sum > high;
    });
  });

  test('a sum of uniforms or normals, in units of its standard deviation', () => {
    const bound = subGaussianBound(alpha);
    const standardUniform = (): number => Math.sqrt(3) * (2 * rng.uniform() - 1);
    for (const draw of [standardUniform, rng.normal]) {
      expectRare(alpha, () => Math.abs(mean(draws(20, draw)) * Math.sqrt(20)) > bound);
    }
  });
});
