import fc, { type Arbitrary } from 'fast-check';
import type { Saturating, Shapes } from '../../reference/saturation.ts';
import type { Vector } from '../../reference/types.ts';

/** Numbers with few digits, so that a counterexample can be checked by hand: k/10^digits with min ≤ value ≤ max. */
export function decimal(min: number, max: number, digits = 1): Arbitrary<number> {
  const scale = 10 ** digits;
  return fc.integer({ min: Math.round(min * scale), max: Math.round(max * scale) }).map((k) => k / scale);
}

export const activation: Arbitrary<Saturating> = fc.constantFrom('sigmoid', 'tanh');

/**
 * A layer of one to eight units and a threshold. No derivative at a tenth is one of these thresholds, so that "below"
 * and "not above" are the same; 0.3 and more are beyond the sigmoid's steepest slope, and all of its units count.
 */
export const layer: Arbitrary<[activation: Saturating, preactivations: Vector, threshold: number]> = fc.tuple(
  activation,
  fc.array(decimal(-7, 7), { minLength: 1, maxLength: 8 }),
  fc.constantFrom(0.1, 0.2, 0.05, 0.01, 0.3, 0.6, 0.9),
);

/** A share of the steepest slope: thresholds that are reached at moderate z. */
const share = fc.integer({ min: 2, max: 98 }).map((k) => k / 100);

/** The share as a threshold. */
const thresholdOf =
  (shapes: Shapes) =>
  ([kind, part]: readonly [Saturating, number]): [activation: Saturating, threshold: number] => [
    kind,
    part * shapes[kind].steepest,
  ];

export const moderateThreshold = (shapes: Shapes) => fc.tuple(activation, share).map(thresholdOf(shapes));

/** Deep in saturation, where 1 − a keeps few digits. */
export const smallThreshold = (shapes: Shapes) =>
  fc.tuple(activation, fc.constantFrom(1e-3, 1e-4, 1e-6, 1e-8)).map(thresholdOf(shapes));
