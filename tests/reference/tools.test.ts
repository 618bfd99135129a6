import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivative, gradient, measured } from '../../reference/numerics/finite-differences.ts';
import { dot, multiply, multiplyTransposed, outer } from '../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../reference/numerics/rng.ts';

describe('finite differences', () => {
  test.each([
    ['sin', Math.sin, Math.cos, 1.2],
    ['exp', Math.exp, Math.exp, -2],
    ['x³', (x: number) => x ** 3, (x: number) => 3 * x ** 2, 7],
    ['ln', Math.log, (x: number) => 1 / x, 0.3],
  ] as const)('give the derivative of %s to ten digits', (_, f, slope, x) => {
    expect(derivative(f, x) / slope(x)).toBeCloseTo(1, 9);
  });

  const softsign = (z: number): number => z / (1 + Math.abs(z));

  test('know how far they are off where the second derivative jumps within their reach', () => {
    for (let k = -2000; k <= 2000; k++) {
      const x = k / 1e6;
      const { slope, error } = measured(softsign, x);
      expect(Math.abs(slope - 1 / (1 + Math.abs(x)) ** 2)).toBeLessThanOrEqual(error + 1e-11);
    }
  });

  test('claim no error where there is none to speak of', () => {
    for (const x of [-3, -0.5, 0.02, 0.7, 6]) expect(measured(softsign, x).error).toBeLessThan(1e-8);
    expect(measured((x) => x ** 2, 3, 1e-10).error).toBeGreaterThan(1e-8);
  });

  test('give each coordinate of a gradient', () => {
    const [dx = 0, dy = 0] = gradient(([x = 0, y = 0]) => x * y ** 2, [3, 2]);
    expect(dx).toBeCloseTo(4, 10);
    expect(dy).toBeCloseTo(12, 10);
  });
});

describe('linear algebra', () => {
  const matrix = [
    [1, 2, 3],
    [4, 5, 6],
  ];

  test('multiplies by a matrix and by its transpose', () => {
    expect(multiply(matrix, [1, 0, -1])).toEqual([-2, -2]);
    expect(multiplyTransposed(matrix, [1, -1], 3)).toEqual([-3, -3, -3]);
  });

  test('has (M·v)·w = v·(Mᵀ·w)', () => {
    const entry = fc.integer({ min: -9, max: 9 });
    const vector = (length: number) => fc.array(entry, { minLength: length, maxLength: length });
    fc.assert(
      fc.property(vector(3), vector(2), (v, w) => {
        expect(dot(multiply(matrix, v), w)).toBe(dot(v, multiplyTransposed(matrix, w, 3)));
      }),
    );
  });

  test('has an outer product with a row for each entry of the first', () => {
    expect(outer([1, 2], [3, 4, 5])).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ]);
  });
});

describe('the generator of random numbers', () => {
  const draw = (seed: number, of: 'uniform' | 'normal', n: number): number[] => {
    const rng = createRng(seed);
    return Array.from({ length: n }, () => rng[of]());
  };

  test('gives the same numbers for the same seed, and others for another', () => {
    expect(draw(7, 'uniform', 20)).toEqual(draw(7, 'uniform', 20));
    expect(draw(7, 'uniform', 20)).not.toEqual(draw(8, 'uniform', 20));
  });

  test('has the moments of U[0, 1) and of N(0, 1), within six standard errors', () => {
    const n = 100_000;
    const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / n;
    const uniform = draw(1, 'uniform', n);
    const normal = draw(2, 'normal', n);
    expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan((6 * Math.sqrt(1 / 12)) / Math.sqrt(n));
    expect(Math.abs(mean(uniform.map((x) => x * x)) - 1 / 3)).toBeLessThan((6 * Math.sqrt(4 / 45)) / Math.sqrt(n));
    expect(Math.abs(mean(normal))).toBeLessThan(6 / Math.sqrt(n));
    expect(Math.abs(mean(normal.map((x) => x * x)) - 1)).toBeLessThan((6 * Math.SQRT2) / Math.sqrt(n));
    expect(Math.abs(mean(normal.map((x) => x ** 4)) - 3)).toBeLessThan((6 * Math.sqrt(96)) / Math.sqrt(n));
  });

  test('needs no `this`, and is never 1 or infinite', () => {
    const { uniform, normal } = createRng(3);
    for (let i = 0; i < 10_000; i++) {
      expect(uniform()).toBeLessThan(1);
      expect(Number.isFinite(normal())).toBe(true);
    }
  });
});
