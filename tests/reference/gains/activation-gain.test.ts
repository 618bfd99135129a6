import { describe, expect, test } from 'vitest';
import { gainBounds } from '../../../reference/gains/activation-gain.ts';
import { meanSquare } from '../../../reference/gains/gain.ts';
import { logGainBounds } from '../../../reference/gains/log-gain.ts';
import { sumOfActivatedLogGains } from '../../../reference/gains/signal.ts';
import { departureFromNormal, frequencies, isSpread, type WeightFamily } from '../../../reference/gains/unit-input.ts';
import { multiply } from '../../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import { varianceScaling } from '../../../reference/weights/initializers.ts';
import { truncatedDensity, truncatedLimit } from '../../../reference/weights/truncated-normal.ts';

/** A signal of length 1 over so many units, some of them with much of it. */
function direction(units: number): number[] {
  const h = Array.from({ length: units }, (_, i) => 1 + (i % 5));
  const length = Math.hypot(...h);
  return h.map((x) => x / length);
}

describe('the characteristic function of what a unit receives', () => {
  const u = direction(22);
  const departsBy = (ofWeight: (t: number) => number) =>
    frequencies.map((t) => u.reduce((product, x) => product * ofWeight(x * t), 1) - Math.exp(-(t ** 2) / 2));
  const furthest = (family: 'uniform' | 'truncated', expected: readonly number[]): number => {
    const departure = departureFromNormal(family, u);
    return Math.max(...departure.map((value, k) => Math.abs(value - expected[k]!)));
  };

  test('from uniform weights is a product of sin(√3·ut)/(√3·ut)', () => {
    const expected = departsBy((t) => Math.sin(Math.sqrt(3) * t) / (Math.sqrt(3) * t));
    expect(furthest('uniform', expected)).toBeLessThan(1e-10);
    expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(1e-3);
  });

  test('from truncated weights is a product of ∫ cos(utw)·density', () => {
    const steps = 4000;
    const step = (2 * truncatedLimit) / steps;
    const expected = departsBy((t) => {
      let sum = 0;
      for (let i = 0; i < steps; i++) {
        const w = -truncatedLimit + (i + 0.5) * step;
        sum += Math.cos(t * w) * truncatedDensity(w) * step;
      }
      return sum;
    });
    expect(furthest('truncated', expected)).toBeLessThan(1e-6);
  });

  test('is asked of signals that are spread over four units or more', () => {
    expect(isSpread(direction(22))).toBe(true);
    expect(isSpread([0.5, 0.5, 0.5, 0.5])).toBe(true);
    expect(isSpread([0.9, Math.sqrt(1 - 0.81)])).toBe(false);
  });
});

const identity = (z: number): number => z;

describe('the bounds of gains through an activation', () => {
  const [units, layers] = [24, 100];
  const all = new Array<number>(layers).fill(units);

  function boundsFor(f: (z: number) => number, families: readonly WeightFamily[], alpha: number) {
    const bounds = gainBounds(f, families, all, alpha);
    for (const n of all) bounds.add(direction(n), n);
    return bounds.bounds();
  }

  test('are those of χ² for normal weights and no activation', () => {
    const alpha = 1e-11;
    const { low, high } = boundsFor(identity, ['normal'], alpha);
    const known = logGainBounds([{ units, count: layers }], 'open', alpha);
    expect(Math.abs(high / known.high - 1)).toBeLessThan(0.01);
    // The known one is for uniform weights, too, which may be less than χ², so it lies a little lower.
    expect(low).toBeGreaterThanOrEqual(known.low - 0.01 * Math.abs(known.low));
    expect(low).toBeLessThan(0.8 * known.low);
  });

  test.each<[WeightFamily, string, (z: number) => number]>([
    ['normal', 'tanh', Math.tanh],
    ['uniform', 'nothing', identity],
    ['uniform', 'ReLU', (z) => Math.max(0, z)],
    ['truncated', 'a sigmoid', (z) => 1 / (1 + Math.exp(-z))],
    ['truncated', '|z|', Math.abs],
  ])('are further out than half of what normal weights may: %s through %s', (family, _, f) => {
    const { low, high } = boundsFor(f, [family], 1e-11);
    const { middle } = gainBounds(f, [family], all, 1e-11);
    expect(middle.low).toBeLessThan(-1);
    expect(middle.low).toBeGreaterThan(0.8 * low);
    expect(middle.high).toBeGreaterThan(1);
    expect(middle.high).toBeLessThan(0.8 * high);
  });

  test('are the wider ones of several families', () => {
    const [normal, uniform, either] = [['normal'], ['uniform'], ['normal', 'uniform']].map((families) =>
      boundsFor(Math.tanh, families as WeightFamily[], 1e-9),
    );
    expect(either!.low).toBeLessThanOrEqual(Math.min(normal!.low, uniform!.low) + 1e-9);
    expect(either!.high).toBeGreaterThanOrEqual(Math.max(normal!.high, uniform!.high) - 1e-9);
  });

  const softplus = (z: number): number => Math.log1p(Math.exp(z));
  const cases: readonly [string, (z: number) => number, WeightFamily][] = [
    ['tanh, normal weights', Math.tanh, 'normal'],
    ['tanh, uniform weights', Math.tanh, 'uniform'],
    ['tanh, truncated weights', Math.tanh, 'truncated'],
    ['softplus, uniform weights', softplus, 'uniform'],
    ['ReLU, truncated weights', (z) => Math.max(0, z), 'truncated'],
  ];

  test.each(cases)('hold, and are not idle: %s', (_, f, family) => {
    const [alpha, nets, depth, width] = [0.05, 600, 5, 12];
    const rng = createRng(8);
    const draw = varianceScaling(1, 'fanIn', family);
    const passage = { f, meanSquare: meanSquare(f), next: (z: readonly number[]) => z.map(f) };
    let [below, above, halfBelow, halfAbove] = [0, 0, 0, 0];
    for (let net = 0; net < nets; net++) {
      const stages = Array.from({ length: depth }, () => {
        const weights = draw(width, width, rng);
        return { map: (h: number[]) => multiply(weights, h), units: width, std: 1 / Math.sqrt(width) };
      });
      const bounds = gainBounds(f, [family], new Array<number>(depth).fill(width), alpha);
      const total = sumOfActivatedLogGains(stages, Array.from({ length: width }, rng.normal), passage, bounds);
      const { low, high } = bounds.bounds();
      below += Number(total < low);
      above += Number(total > high);
      halfBelow += Number(total < low / 2);
      halfAbove += Number(total > high / 2);
    }
    expect(below / nets).toBeLessThan(alpha);
    expect(above / nets).toBeLessThan(alpha);
    // At half of the way a bound at 5 % is crossed more often than that.
    expect(halfBelow / nets).toBeGreaterThan(alpha);
    expect(halfAbove / nets).toBeGreaterThan(alpha);
  });
});
