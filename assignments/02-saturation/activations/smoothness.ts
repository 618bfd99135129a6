import type { Tolerance } from '../../../grader/kit.ts';
import type { ComparedActivation } from './pair.ts';

/** What fourth-order central differences leave (reference/numerics/finite-differences.ts), with a margin of a thousand. */
export const measuredSlope: Tolerance = { relative: 1e-6, absolute: 1e-9 };

/**
 * Whether the slope has a corner at 0, as that of z / (1 + |z|) has: next to 0 it falls by 2B of itself there and by
 * about B² times the distance elsewhere, with B from 0.04 to 10 for the widths that are allowed.
 */
function hasCorner({ shape: { derivative: slope, steepest } }: ComparedActivation): boolean {
  const next = 1e-4;
  return (steepest - slope(next)) / (steepest * next) > 0.03;
}

/** Where finite differences measure a slope: not across a corner at 0, with steps of 0.001 to both sides. */
export function isMeasurable(one: ComparedActivation): (z: number) => boolean {
  const nearest = hasCorner(one) ? 0.002 : 0;
  return (z) => Math.abs(z) >= nearest;
}
