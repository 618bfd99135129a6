import { describe, expect, test } from 'vitest';
import { deadGain, logGainBounds } from '../../../reference/gains/log-gain.ts';
import { sumOfLogGains } from '../../../reference/gains/signal.ts';
import { multiply } from '../../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';
import { moment } from '../../../reference/statistics/variance.ts';
import {
  heNormal,
  heUniform,
  standardUniform,
  varianceScaling,
  xavierNormal,
  xavierUniform,
} from '../../../reference/weights/initializers.ts';

const initializers = { standardUniform, xavierUniform, xavierNormal, heNormal, heUniform };

describe.each(Object.entries(initializers))('%s', (_name, draw) => {
  test('gives fanOut rows of fanIn weights', () => {
    const weights = draw(5, 3, createRng(1));
    expect(weights.map((row) => row.length)).toEqual([5, 5, 5]);
  });

  test('gives the same weights from the same state, and others from another', () => {
    expect(draw(3, 4, createRng(1))).toEqual(draw(3, 4, createRng(1)));
    expect(draw(3, 4, createRng(1))).not.toEqual(draw(3, 4, createRng(2)));
  });
});

describe('the variances, for three times as many inputs as outputs', () => {
  test.each([
    ['standardUniform', standardUniform, 1 / 900],
    ['xavierUniform', xavierUniform, 2 / 400],
    ['xavierNormal', xavierNormal, 2 / 400],
    ['heNormal', heNormal, 2 / 300],
    ['heUniform', heUniform, 2 / 300],
  ])('%s', (_name, draw, variance) => {
    // 30,000 weights: 0.8 % is one standard deviation, of a normal.
    const weights = draw(300, 100, createRng(3)).flat();
    expect(Math.abs(moment(weights, 2) / variance - 1)).toBeLessThan(0.04);
    expect(Math.abs(moment(weights, 1))).toBeLessThan(0.03 * Math.sqrt(variance));
  });

  test('fan-out', () => {
    const weights = varianceScaling(1, 'fanOut', 'normal')(300, 100, createRng(3)).flat();
    expect(Math.abs(moment(weights, 2) * 100 - 1)).toBeLessThan(0.04);
  });
});

test('uniform weights reach their limit and stay within', () => {
  const largest = Math.max(...xavierUniform(300, 100, createRng(5)).flat().map(Math.abs));
  const limit = Math.sqrt(6) / Math.sqrt(400);
  expect(largest).toBeLessThanOrEqual(limit);
  expect(largest).toBeGreaterThan(0.999 * limit);
});

describe('the gains of layer upon layer', () => {
  const width = 8;
  const depth = 5;
  const nets = 2000;
  const rng = createRng(6);

  /** Σ ln G of many nets of width 8. */
  function totals(draw: typeof heNormal, isGated: boolean): number[] {
    const meanGain = 1;
    return Array.from({ length: nets }, () => {
      const stages = Array.from({ length: depth }, () => {
        const weights: Matrix = draw(width, width, rng);
        return { map: (h: Vector) => multiply(weights, h), meanGain };
      });
      return sumOfLogGains(stages, [1, 2, 3, 4, 5, 6, 7, 8], isGated ? (z) => z > 0 : undefined);
    });
  }

  const outside = (sums: readonly number[], { low, high }: { low: number; high: number }): number =>
    sums.filter((sum) => sum < low || sum > high).length / sums.length;

  test('of normal weights have the log-moments of χ²', () => {
    const sums = totals(xavierNormal, false);
    // ψ(4) = 11/6 − γ and ψ′(4) = π²/6 − 49/36.
    const mean = depth * (11 / 6 - 0.5772156649015329 - Math.log(4));
    const variance = depth * (Math.PI ** 2 / 6 - 49 / 36);
    expect(Math.abs(moment(sums, 1) - mean)).toBeLessThan(5 * Math.sqrt(variance / nets));
    const spread = moment(
      sums.map((sum) => sum - mean),
      2,
    );
    expect(Math.abs(spread / variance - 1)).toBeLessThan(0.25);
  });

  test.each([
    ['normal', xavierNormal, 'open'],
    ['uniform', xavierUniform, 'open'],
    ['normal behind ReLU', heNormal, 'half'],
    ['uniform behind ReLU', heUniform, 'half'],
  ] as const)('of %s weights stay within their bounds', (_name, draw, gate) => {
    const alpha = 0.05;
    const bounds = logGainBounds([{ units: width, count: depth }], gate, alpha / 2);
    expect(outside(totals(draw, gate === 'half'), bounds)).toBeLessThan(alpha);
  });

  test('of open layers have bounds close to the best that the moments of χ² give', () => {
    // 100 layers of 32 units at 7.5e-12, minimized over all s: −21.90 at s = 2.65, and 14.49 at s = 2.99.
    const { low, high } = logGainBounds([{ units: 32, count: 100 }], 'open', 7.5e-12);
    expect(low).toBeLessThan(-21.902);
    expect(low).toBeGreaterThan(-24);
    expect(high).toBeGreaterThan(14.485);
    expect(high).toBeLessThan(14.6);
  });

  test('a layer behind which nothing is left counts as dead', () => {
    const negative = { map: (h: Vector) => h.map(() => -1), meanGain: 1 };
    const stages = [negative, negative];
    expect(sumOfLogGains(stages, new Array<number>(width).fill(1), (z) => z > 0)).toBeCloseTo(2 * Math.log(deadGain));
  });
});
