import type { Vector } from '../numerics/types.ts';
import type { Squashing } from './squashing.ts';

/** The share of units whose derivative is below the threshold; 0 where there are no units. */
export function saturatedFraction(shape: Squashing, preactivations: Vector, threshold: number): number {
  if (preactivations.length === 0) return 0;
  const saturated = preactivations.filter((z) => shape.derivative(z) < threshold);
  return saturated.length / preactivations.length;
}

/** What a product of `depth` derivatives cannot exceed: the steepest one to that power. */
export const gradientBound = ({ steepest }: Squashing, depth: number): number => steepest ** depth;

/** The |z| at which the derivative has fallen to the threshold, in (0, steepest). */
export const saturationPoint = ({ steepest, pointOfShare }: Squashing, threshold: number): number =>
  pointOfShare(threshold / steepest);
