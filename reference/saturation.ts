import { sigmoid, sigmoidDerivative } from './activations.ts';
import type { Vector } from './types.ts';

/** The two S-shaped activations that the lecture compares. */
export type Saturating = 'sigmoid' | 'tanh';

/** An activation that saturates on both sides, steepest at z = 0. */
export interface Squashing {
  readonly activate: (z: number) => number;
  /** dφ/dz at z. */
  readonly derivative: (z: number) => number;
  /** dφ/dz where φ(z) = a. */
  readonly derivativeFromOutput: (a: number) => number;
  /** z where φ(z) = a. */
  readonly inverse: (a: number) => number;
  readonly steepest: number;
  /** How far from 0 z is in terms of ln((1 + s)²/t), with t the share that is left of the slope and s = √(1 − t). */
  readonly pointPerLogOdds: number;
}

/** σ, with σ′ = a(1 − a). */
export const sigmoidShape: Squashing = {
  activate: sigmoid,
  derivative: sigmoidDerivative,
  derivativeFromOutput: (a) => a * (1 - a),
  inverse: (a) => Math.log(a / (1 - a)),
  steepest: 0.25,
  pointPerLogOdds: 1,
};

/**
 * A·tanh(Bz), with slope AB(1 − (a/A)²). A = B = 1 is tanh; A = 1.7159, B = ⅔ is what LeCun et al. (1998) recommend, for
 * which φ(±1) = ±1.
 */
export const tanhShape = (amplitude: number, stretch: number): Squashing => ({
  activate: (z) => amplitude * Math.tanh(stretch * z),
  derivative: (z) => amplitude * stretch * (1 - Math.tanh(stretch * z) ** 2),
  derivativeFromOutput: (a) => amplitude * stretch * (1 - a / amplitude) * (1 + a / amplitude),
  inverse: (a) => Math.atanh(a / amplitude) / stretch,
  steepest: amplitude * stretch,
  pointPerLogOdds: 1 / (2 * stretch),
});

export type Shapes = { readonly [A in Saturating]: Squashing };

/** The share of units whose derivative is below the threshold; 0 where there are no units. */
export function saturatedFraction(shape: Squashing, preactivations: Vector, threshold: number): number {
  if (preactivations.length === 0) return 0;
  const saturated = preactivations.filter((z) => shape.derivative(z) < threshold);
  return saturated.length / preactivations.length;
}

/** What a product of `depth` derivatives cannot exceed: the steepest one to that power. */
export const gradientBound = ({ steepest }: Squashing, depth: number): number => steepest ** depth;

/**
 * The |z| at which the derivative has fallen to the threshold, in (0, steepest).
 *
 * σ: a(1 − a) = t/4 at a = (1 + s)/2, s = √(1 − t), and z = ln(a/(1 − a)) = ln((1 + s)²/t).
 * A·tanh(Bz): 1 − (a/A)² = t at a/A = s, and z = artanh(s)/B = ln((1 + s)²/t)/2B.
 * In this form nothing cancels for a small t, the share that is left of the steepest slope.
 */
export function saturationPoint({ steepest, pointPerLogOdds }: Squashing, threshold: number): number {
  const share = threshold / steepest;
  return pointPerLogOdds * Math.log((1 + Math.sqrt(1 - share)) ** 2 / share);
}
