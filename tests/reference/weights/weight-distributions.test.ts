import { describe, expect, test } from 'vitest';
import { createRng } from '../../../reference/numerics/rng.ts';
import { chiSquareMeanEpsilon } from '../../../reference/statistics/concentration.ts';
import { Histogram } from '../../../reference/statistics/kolmogorov.ts';
import {
  chiSquareQuantiles,
  largestNormal,
  largestQuantile,
  normalCdf,
} from '../../../reference/statistics/statistics.ts';
import { drawTruncated, truncatedStd } from '../../../reference/weights/truncated-normal.ts';
import {
  normal,
  shapeBounds,
  truncated,
  uniform,
  type WeightDistribution,
} from '../../../reference/weights/weight-distributions.ts';
import { Tally } from '../../../reference/weights/weight-tally.ts';

const rng = createRng(20);
const draws: readonly (readonly [WeightDistribution, () => number])[] = [
  [uniform, () => Math.sqrt(3) * (2 * rng.uniform() - 1)],
  [normal, rng.normal],
  [truncated, () => drawTruncated(rng) / truncatedStd],
];

const alpha = 0.05;
const [rounds, count] = [400, 300];
/** Rarer than alpha, up to what so many rounds leave open. */
const expectRare = (failures: number): void =>
  expect(failures).toBeLessThan(alpha * rounds + 4 * Math.sqrt(alpha * rounds));

describe('what a distribution of variance 1 says of itself', () => {
  test.each(draws)('the moments of $name are those of its density', (distribution) => {
    const end = Math.min(distribution.limit, 12);
    const step = 1e-3;
    const moment = (k: number): number => {
      let sum = 0;
      for (let x = -end + step / 2; x < end; x += step) sum += x ** k * distribution.density(x) * step;
      return sum;
    };
    expect(moment(0)).toBeCloseTo(1, 3);
    expect(moment(2)).toBeCloseTo(1, 3);
    expect(moment(4) / distribution.kurtosis).toBeCloseTo(1, 2);
    expect(moment(6) / distribution.sixth).toBeCloseTo(1, 2);
    expect(moment(8) / distribution.eighth).toBeCloseTo(1, 2);
  });

  test.each(draws)('mean, variance, shape and histogram of $name stay within their bounds', (distribution, draw) => {
    const shape = shapeBounds(distribution);
    const failures = { mean: 0, variance: 0, skewness: 0, kurtosis: 0 };
    for (let round = 0; round < rounds; round++) {
      const weights = Float64Array.from({ length: count }, draw);
      const tally = new Tally();
      tally.add(weights);
      const { kurtosis } = distribution;
      const bound = Math.sqrt((2 * Math.log(2 / alpha)) / count);
      if (Math.abs(tally.mean()) > bound) failures.mean += 1;
      if (Math.abs(tally.square() - 1) > distribution.varianceEpsilon(count, alpha)) failures.variance += 1;
      if (Math.abs(tally.skewness(kurtosis)) > shape.skewness(count, alpha)) failures.skewness += 1;
      if (Math.abs(tally.kurtosis(kurtosis) - kurtosis) > shape.kurtosis(count, alpha)) failures.kurtosis += 1;
    }
    for (const failed of Object.values(failures)) expectRare(failed);
  });
});

describe('bounds', () => {
  test.each([400, 10_000])(
    "that of the mean square of %i draws is Chernoff's, and hardly wider than the quantiles",
    (n) => {
      const epsilon = chiSquareMeanEpsilon(n, 1e-12);
      expect((n / 2) * (epsilon - Math.log1p(epsilon))).toBeCloseTo(Math.log(2e12), 6);
      const { high } = chiSquareQuantiles(n, 5e-13);
      expect(epsilon).toBeGreaterThan(high / n - 1);
      expect(epsilon).toBeLessThan(1.1 * (high / n - 1));
    },
  );

  test.each([400, 100_000])('the largest of %i normal draws is at least a little less than its quantile', (n) => {
    const exact = largestQuantile(normalCdf, 10, n, 1e-12);
    expect(largestNormal(n, 1e-12)).toBeLessThanOrEqual(exact);
    expect(largestNormal(n, 1e-12)).toBeGreaterThan(0.9 * exact);
  });
});

describe('a tally', () => {
  test('is the same in one go and in parts', () => {
    const weights = Float64Array.from({ length: 100 }, rng.normal);
    const whole = new Tally();
    whole.add(weights);
    const parts = new Tally();
    parts.add(weights.slice(0, 40));
    const other = new Tally();
    other.add(weights.slice(40));
    parts.merge(other);
    expect(parts.count).toBe(100);
    expect(parts.largest).toBe(whole.largest);
    expect(parts.square()).toBeCloseTo(whole.square(), 12);
    expect(parts.kurtosis(3)).toBeCloseTo(whole.kurtosis(3), 10);
    expect(parts.skewness(3)).toBeCloseTo(whole.skewness(3), 10);
  });

  test('knows moments of plain numbers, and cuts what is far out for the shape alone', () => {
    const tally = new Tally();
    tally.add(Float64Array.of(1, -2, 10));
    expect(tally.square()).toBe(35);
    expect(tally.mean()).toBeCloseTo(9 / Math.sqrt(3 * 105), 12);
    expect(tally.largest).toBe(10);
    expect(tally.kurtosis(3)).toBeCloseTo((1 + 16 + 256 - 6 * (1 + 4 + 16 - 3)) / 3, 12);
    expect(tally.skewness(3)).toBeCloseTo((1 - 8 + 64 - 3 * (1 - 2 + 4)) / 3, 12);
  });
});

test('a histogram tells the distance of its weights from a distribution, and NaN where a weight is', () => {
  const histogram = new Histogram();
  histogram.add(Float64Array.from({ length: 1000 }, (_, i) => Math.sqrt(3) * ((2 * i + 1) / 1000 - 1)));
  expect(histogram.distance(uniform)).toBeLessThan(0.005);
  expect(histogram.distance(normal)).toBeGreaterThan(0.05);
  const other = new Histogram();
  other.add(Float64Array.of(0, Number.NaN));
  histogram.merge(other);
  expect(histogram.count).toBe(1002);
  expect(histogram.distance(uniform)).toBeNaN();
});
