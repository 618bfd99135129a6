import { sigmoidDerivative, tanhDerivative } from './activations.ts';
import type { Vector } from './types.ts';

/** The two S-shaped activations that the lecture compares. */
export type Saturating = 'sigmoid' | 'tanh';

/** dφ/dz of each. */
export const derivatives: { readonly [A in Saturating]: (z: number) => number } = {
  sigmoid: sigmoidDerivative,
  tanh: tanhDerivative,
};

/** The largest value of each derivative, at z = 0. */
export const steepest: { readonly [A in Saturating]: number } = { sigmoid: 0.25, tanh: 1 };

/** σ′ in terms of a = σ(z): a(1 − a). */
export const sigmoidDerivativeFromOutput = (a: number): number => a * (1 - a);

/** tanh′ in terms of a = tanh z: 1 − a². */
export const tanhDerivativeFromOutput = (a: number): number => (1 - a) * (1 + a);

/** The share of units whose derivative is below the threshold; 0 where there are no units. */
export function saturatedFraction(activation: Saturating, preactivations: Vector, threshold: number): number {
  if (preactivations.length === 0) return 0;
  const saturated = preactivations.filter((z) => derivatives[activation](z) < threshold);
  return saturated.length / preactivations.length;
}

/** What a product of `depth` derivatives cannot exceed: the steepest one to that power. */
export const gradientBound = (activation: Saturating, depth: number): number => steepest[activation] ** depth;

/**
 * The |z| at which the derivative has fallen to the threshold, in (0, steepest).
 *
 * σ: a(1 − a) = t at a = (1 + s)/2, s = √(1 − 4t), and z = ln(a/(1 − a)) = ln((1 + s)²/4t).
 * tanh: 1 − a² = t at a = √(1 − t), and z = artanh a = ½ ln((1 + a)²/t).
 * In this form nothing cancels for a small t.
 */
export function saturationPoint(activation: Saturating, threshold: number): number {
  const root = Math.sqrt(1 - threshold / steepest[activation]);
  const odds = (1 + root) ** 2 / (threshold / steepest[activation]);
  return activation === 'sigmoid' ? Math.log(odds) : Math.log(odds) / 2;
}
