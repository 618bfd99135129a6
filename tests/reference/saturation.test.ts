import { describe, expect, test } from 'vitest';
import { derivative } from '../../reference/finite-differences.ts';
import {
  gradientBound,
  saturatedFraction,
  saturationPoint,
  sigmoidShape,
  tanhShape,
} from '../../reference/saturation.ts';

const tanh = tanhShape(1, 1);
/** With β in φ′ = steepest/cosh²(βz). */
const shapes = [
  ['sigmoid', sigmoidShape, 0.5],
  ['tanh', tanh, 1],
  ["LeCun's tanh", tanhShape(1.7159, 2 / 3), 2 / 3],
  ['a steep tanh', tanhShape(1.25, 1.5), 1.5],
] as const;

describe.each(shapes)('the derivative of %s', (_, shape) => {
  test.each([-30, -3, -0.5, 0, 0.5, 3, 30])('is the same from the output, at the preactivation %d', (z) => {
    expect(shape.derivativeFromOutput(shape.activate(z))).toBeCloseTo(shape.derivative(z), 14);
  });

  test.each([-3, -0.5, 0, 0.5, 3])('is the slope, and the inverse leads back, at %d', (z) => {
    expect(shape.derivative(z)).toBeCloseTo(derivative(shape.activate, z), 9);
    expect(shape.inverse(shape.activate(z))).toBeCloseTo(z, 12);
  });

  test('is steepest at 0', () => {
    expect(shape.derivative(0)).toBe(shape.steepest);
  });
});

test("LeCun's tanh passes through (1, 1)", () => {
  expect(tanhShape(1.7159, 2 / 3).activate(1)).toBeCloseTo(1, 4);
});

describe('the saturated fraction', () => {
  test('counts the units whose derivative is below the threshold', () => {
    expect(saturatedFraction(sigmoidShape, [0, 0.3, 3, -5], 0.02)).toBe(0.25);
    expect(saturatedFraction(tanh, [0, 0.3, 3, -5], 0.02)).toBe(0.5);
  });

  test('is 0 where there is no unit', () => {
    expect(saturatedFraction(tanh, [], 0.5)).toBe(0);
  });
});

describe('the bound of the gradient', () => {
  test('is a power of the steepest slope', () => {
    expect(gradientBound(sigmoidShape, 3)).toBe(1 / 64);
    expect(gradientBound(tanh, 50)).toBe(1);
  });
});

describe.each(shapes)('the saturation point of %s', (_, shape, beta) => {
  test.each([0.9, 0.36, 0.01, 1e-6, 1e-9, 1e-12])('is where the derivative is %d of its largest', (part) => {
    const threshold = part * shape.derivative(0);
    const z = saturationPoint(shape, threshold);
    // By the hyperbolic cosine, which the function does not use: σ′ = ¼/cosh²(z/2), A·tanh(Bz)′ = AB/cosh²(Bz).
    const slope = shape.derivative(0) / Math.cosh(beta * z) ** 2;
    expect(slope / threshold).toBeCloseTo(1, 9);
  });
});
