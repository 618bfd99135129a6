import { describe, expect, test } from 'vitest';
import { activationOf } from '../../../reference/activations/activation-choice.ts';
import { relu } from '../../../reference/activations/activations.ts';
import { gainSquared, meanSquare, squareGrowth, squareSpread } from '../../../reference/gains/gain.ts';
import { gaussHermite, gaussLegendre } from '../../../reference/numerics/quadrature.ts';
import { normalMean, normalRule, roughNormalMean } from '../../../reference/statistics/normal-mean.ts';
import { normalCdf, normalDensity } from '../../../reference/statistics/statistics.ts';

/** To so many digits, relative to the expected value. */
const close = (received: number, expected: number, digits: number): void =>
  expect(Math.abs(received / expected - 1)).toBeLessThan(10 ** -digits);

const sumOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0);

/** 1·3·5·…·(2k − 1), which is E Z^2k. */
const doubleFactorial = (k: number): number => (k <= 0 ? 1 : (2 * k - 1) * doubleFactorial(k - 1));

describe("Gauss' rules", () => {
  test.each([1, 2, 5, 16, 31])('Hermite with %d nodes gives the moments of a normal up to degree 2n − 1', (n) => {
    const { nodes, weights } = gaussHermite(n);
    expect(nodes).toHaveLength(n);
    for (let k = 0; k < n; k++) {
      close(sumOf(nodes.map((z, i) => weights[i]! * z ** (2 * k))), doubleFactorial(k), 10);
      const odd = sumOf(nodes.map((z, i) => weights[i]! * z ** (2 * k + 1)));
      expect(Math.abs(odd)).toBeLessThan(1e-10 * doubleFactorial(k + 1));
    }
  });

  test('and not of the next degree', () => {
    const { nodes, weights } = gaussHermite(3);
    // 9, where 15 is right: H₃² is 0 at all nodes, and 3! in the mean.
    close(sumOf(nodes.map((z, i) => weights[i]! * z ** 6)), 9, 12);
  });

  test('Legendre with three nodes is 5/9, 8/9, 5/9 at −√0.6, 0, √0.6', () => {
    const { nodes, weights } = gaussLegendre(3);
    close(nodes[0]!, -Math.sqrt(0.6), 14);
    expect(Math.abs(nodes[1]!)).toBeLessThan(1e-14);
    close(nodes[2]!, Math.sqrt(0.6), 14);
    for (const [i, expected] of [5 / 9, 8 / 9, 5 / 9].entries()) close(weights[i]!, expected, 13);
  });

  test('Legendre with twelve nodes integrates x^22 exactly', () => {
    const { nodes, weights } = gaussLegendre(12);
    close(sumOf(nodes.map((x, i) => weights[i]! * x ** 22)), 2 / 23, 12);
  });
});

describe('E f(Z)', () => {
  test('by the nodes of one function is that of others with its kinks', () => {
    const { nodes, weights } = normalRule((z) => Math.abs(z - 0.3));
    const meanOf = (h: (x: number) => number): number =>
      sumOf(nodes.map((z, i) => weights[i]! * (h(z - 0.3) + h(-z - 0.3))));
    const steep = (x: number): number => Math.exp(-64 * Math.abs(x));
    close(
      meanOf(steep),
      normalMean((z) => steep(z - 0.3)),
      10,
    );
    close(
      meanOf(Math.abs),
      normalMean((z) => Math.abs(z - 0.3)),
      12,
    );
  });

  test.each<[string, (z: number) => number, number]>([
    ['1', () => 1, 1],
    ['|z|', Math.abs, Math.sqrt(2 / Math.PI)],
    // What lies beyond ±8 of z⁴ is 5e-12.
    ['z⁴', (z) => z ** 4, 3],
    ['cos z', Math.cos, Math.exp(-0.5)],
    ['e^z', Math.exp, Math.exp(0.5)],
    ['[z > 0]', (z) => (z > 0 ? 1 : 0), 0.5],
  ])('of %s', (_, f, expected) => close(normalMean(f), expected, 11));

  test('roughly, is as good where f is smooth or has a kink at 0, and has three digits at a kink elsewhere', () => {
    for (const f of [Math.cos, Math.exp, Math.abs]) close(roughNormalMean(f), normalMean(f), 10);
    const kinked = (z: number): number => Math.abs(z - 0.3);
    close(roughNormalMean(kinked), normalMean(kinked), 3);
  });

  test('is what Gauss–Hermite nodes over the whole axis give of a smooth function', () => {
    const { nodes, weights } = gaussHermite(200);
    const square = sumOf(nodes.map((z, i) => weights[i]! * Math.tanh(z) ** 2));
    close(meanSquare(Math.tanh), square, 10);
  });
});

/** By the trapezoidal rule, which for smooth functions that vanish at the ends errs less than any power of its step. */
function byTrapezoids(f: (z: number) => number): number {
  const step = 0.005;
  let sum = 0;
  for (let i = -2400; i <= 2400; i++) sum += f(i * step) * normalDensity(i * step);
  return sum * step;
}

describe('the gain', () => {
  test('of ReLU is √2', () => {
    close(Math.sqrt(gainSquared(relu)), Math.SQRT2, 12);
    close(squareGrowth(relu), 1, 11);
    close(squareSpread(relu), 6, 11);
  });

  test('of a leaky ReLU is √(2/(1 + slope²)) (He et al. 2015)', () => {
    close(
      gainSquared((z) => Math.max(0.2 * z, z)),
      2 / (1 + 0.2 ** 2),
      12,
    );
  });

  test('of erf follows from E erf(Z)² = (2/π)·arcsin(2/3) (Williams 1997)', () => {
    // erf z = 2Φ(√2·z) − 1.
    const erf = (z: number): number => 2 * normalCdf(Math.SQRT2 * z) - 1;
    close(gainSquared(erf), Math.PI / (2 * Math.asin(2 / 3)), 11);
  });

  test.each(['tanh', 'sigmoid', 'softplus', 'swish', 'arctan'] as const)('of %s, by another integration', (name) => {
    const { value } = activationOf(name);
    close(gainSquared(value), 1 / byTrapezoids((z) => value(z) ** 2), 11);
  });

  test.each([0.3, 0.77, 1.1])('of functions with kinks at ±%d, in closed form', (c) => {
    // E max(0, Z − c)² = (1 + c²)·Φ(−c) − c·φ(c).
    const beyond = (1 + c * c) * normalCdf(-c) - c * normalDensity(c);
    close(
      gainSquared((z) => Math.max(0, z - c)),
      1 / beyond,
      11,
    );
    // E min(|Z|, c)² = 1 − 2·(E[Z²; Z > c] − c²·Φ(−c)).
    const inside = 1 - 2 * (c * normalDensity(c) + normalCdf(-c) - c * c * normalCdf(-c));
    close(
      gainSquared((z) => Math.max(-c, Math.min(c, z))),
      1 / inside,
      11,
    );
    // And of what jumps there, as a derivative does: P(|Z| ≤ c).
    close(
      normalMean((z) => Number(Math.abs(z) <= c)),
      1 - 2 * normalCdf(-c),
      10,
    );
  });
});

describe('what becomes of an error in the size of a signal', () => {
  test.each(['tanh', 'softplus', 'relu'] as const)('behind %s is the slope of ln E φ(√q·Z)² over ln q', (name) => {
    const { value } = activationOf(name);
    const logMeanSquare = (logQ: number): number => Math.log(meanSquare((z) => value(Math.exp(logQ / 2) * z)));
    close(squareGrowth(value), (logMeanSquare(1e-4) - logMeanSquare(-1e-4)) / 2e-4, 6);
  });
});
