import { describe, expect, test } from 'vitest';
import { sigmoid, tanh } from '../../reference/activations.ts';
import {
  derivatives,
  gradientBound,
  type Saturating,
  saturatedFraction,
  saturationPoint,
  sigmoidDerivativeFromOutput,
  tanhDerivativeFromOutput,
} from '../../reference/saturation.ts';

const kinds: readonly Saturating[] = ['sigmoid', 'tanh'];

describe('the derivative from the output', () => {
  test.each([-30, -3, -0.5, 0, 0.5, 3, 30])('is the derivative at the preactivation %d', (z) => {
    expect(sigmoidDerivativeFromOutput(sigmoid(z))).toBeCloseTo(derivatives.sigmoid(z), 14);
    expect(tanhDerivativeFromOutput(tanh(z))).toBeCloseTo(derivatives.tanh(z), 14);
  });
});

describe('the saturated fraction', () => {
  test('counts the units whose derivative is below the threshold', () => {
    expect(saturatedFraction('sigmoid', [0, 0.3, 3, -5], 0.02)).toBe(0.25);
    expect(saturatedFraction('tanh', [0, 0.3, 3, -5], 0.02)).toBe(0.5);
  });

  test('is 0 where there is no unit', () => {
    expect(saturatedFraction('tanh', [], 0.5)).toBe(0);
  });
});

describe('the bound of the gradient', () => {
  test('is a power of the steepest slope', () => {
    expect(gradientBound('sigmoid', 3)).toBe(1 / 64);
    expect(gradientBound('tanh', 50)).toBe(1);
  });
});

describe.each(kinds)('the saturation point of %s', (kind) => {
  test.each([0.9, 0.36, 0.01, 1e-6, 1e-9, 1e-12])('is where the derivative is %d of its largest', (part) => {
    const threshold = part * derivatives[kind](0);
    const z = saturationPoint(kind, threshold);
    // By the hyperbolic cosine, which the function does not use: σ′ = ¼/cosh²(z/2), tanh′ = 1/cosh² z.
    const slope = derivatives[kind](0) / Math.cosh(kind === 'sigmoid' ? z / 2 : z) ** 2;
    expect(slope / threshold).toBeCloseTo(1, 9);
  });
});
