import type { Vector } from '../../../reference/numerics/types.ts';
import { type ComparedActivation, isPlain } from '../activations/pair.ts';

/** What formulas for a slope differ by, written one way or another, with a margin: 1e-16 of the terms that cancel. */
const margin = (threshold: number): number => 1e-14 + 1e-10 * threshold;

/** Whether a unit is saturated or not, however its slope is computed. At 0 every formula gives the steepest slope itself. */
function isClearAt(one: ComparedActivation, threshold: number): (z: number) => boolean {
  const { derivative, steepest } = one.shape;
  const isExact = isPlain(one) && threshold === steepest;
  return (z) => Math.abs(derivative(z) - threshold) > margin(threshold) || (isExact && z === 0);
}

export const isClear = (one: ComparedActivation, threshold: number, units: Vector): boolean =>
  units.every(isClearAt(one, threshold));

/** The units, but those whose slope is all but the threshold moved: to 0 if they are there almost, else farther out. */
export function clearOf(one: ComparedActivation, threshold: number, units: Vector): Vector {
  const isFine = isClearAt(one, threshold);
  return units.map((z) => (isFine(z) ? z : isFine(0) && Math.abs(z) < 1e-3 ? 0 : z + Math.sign(z) * 1e-3));
}
