import { describe, expect, test } from 'vitest';
import { gradientBound, saturatedFraction, saturationPoint } from '../../../reference/activations/saturation.ts';
import { sigmoidShape, tanhShape } from '../../../reference/activations/squashing.ts';

describe('the saturated fraction', () => {
  test('counts the units whose derivative is below the threshold', () => {
    expect(saturatedFraction(sigmoidShape, [0, 0.3, 3, -5], 0.02)).toBe(0.25);
    expect(saturatedFraction(tanhShape, [0, 0.3, 3, -5], 0.02)).toBe(0.5);
  });

  test('does not count a unit whose derivative is the threshold', () => {
    expect(saturatedFraction(sigmoidShape, [0, 0], 0.25)).toBe(0);
  });

  test('is 0 where there is no unit', () => {
    expect(saturatedFraction(tanhShape, [], 0.5)).toBe(0);
  });
});

describe('the bound of the gradient', () => {
  test('is a power of the steepest slope', () => {
    expect(gradientBound(sigmoidShape, 3)).toBe(1 / 64);
    expect(gradientBound(tanhShape, 50)).toBe(1);
  });
});

describe('the saturation point', () => {
  test.each([0.2, 0.09, 0.01, 1e-6, 1e-9])('of the sigmoid and of tanh is where the derivative is %d', (threshold) => {
    // By the hyperbolic cosine, which the function does not use: σ′ = ¼/cosh²(z/2), tanh′ = 1/cosh² z.
    const ofSigmoid = saturationPoint(sigmoidShape, threshold);
    expect(0.25 / Math.cosh(ofSigmoid / 2) ** 2 / threshold).toBeCloseTo(1, 9);
    expect(1 / Math.cosh(saturationPoint(tanhShape, threshold)) ** 2 / threshold).toBeCloseTo(1, 9);
  });
});
