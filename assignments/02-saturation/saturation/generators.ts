import * as fc from 'fast-check';
import type { Squashing } from '../../../reference/squashing.ts';
import type { Vector } from '../../../reference/types.ts';
import { type ActivationPair, activationNamed, both, type ComparedActivation } from '../activations/pair.ts';

/** Numbers with few digits, so that a counterexample can be checked by hand: k/10^digits with min ≤ value ≤ max. */
export function decimal(min: number, max: number, digits = 1): fc.Arbitrary<number> {
  const scale = 10 ** digits;
  return fc.integer({ min: Math.round(min * scale), max: Math.round(max * scale) }).map((k) => k / scale);
}

export const activation = ({ first, second }: ActivationPair): fc.Arbitrary<string> =>
  fc.constantFrom(first.code, second.code);

/** The preactivations of a layer are drawn from −7 to 7, in tenths. */
const widest = 7;
const tenths = Array.from({ length: 10 * widest + 1 }, (_, k) => k / 10);

/** Whether no derivative at a tenth is this threshold, so that "below" and "not above" are the same. */
export const isApart = (shape: Squashing, threshold: number, at: readonly number[] = tenths): boolean =>
  at.every((z) => Math.abs(shape.derivative(z) - threshold) > 1e-7);

/**
 * Multiples of the statement's threshold, from the ends of saturation to more than the steepest slope, where all units
 * count. One that a unit could meet is moved up by a hundredth, or more.
 */
export const thresholdsOf = (pair: ActivationPair, threshold: number): readonly number[] =>
  [5, 10, 2.5, 0.5, 15, 30, 45].map((multiple) => {
    const moved = (steps: number): number => Number((multiple * threshold * (1 + steps / 100)).toPrecision(12));
    let steps = 0;
    while (!both(pair).every(({ shape }) => isApart(shape, moved(steps)))) steps += 1;
    return moved(steps);
  });

export type LayerArgs = [activation: string, preactivations: Vector, threshold: number];

/** A layer of one to eight units and a threshold. */
export const layer = (pair: ActivationPair, threshold: number): fc.Arbitrary<LayerArgs> =>
  fc.tuple(
    activation(pair),
    fc.array(decimal(-widest, widest), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(...thresholdsOf(pair, threshold)),
  );

/** A share of the steepest slope: thresholds that are reached at moderate z. */
const share = fc.integer({ min: 2, max: 98 }).map((k) => k / 100);

/** The share as a threshold. */
const thresholdOf =
  (pair: ActivationPair) =>
  ([code, part]: readonly [string, number]): [activation: string, threshold: number] => [
    code,
    part * activationNamed(pair, code).shape.steepest,
  ];

export const moderateThreshold = (pair: ActivationPair) => fc.tuple(activation(pair), share).map(thresholdOf(pair));

/** Deep in saturation, where 1 − a keeps few digits; but no farther out than a formula can be computed. */
export function smallShares(pair: ActivationPair): readonly number[] {
  const isWithin =
    (part: number) =>
    ({ shape, limit }: ComparedActivation) =>
      shape.pointOfShare(part) < limit / 4;
  return [1e-3, 1e-4, 1e-6, 1e-8].filter((part) => both(pair).every(isWithin(part)));
}

export const smallThreshold = (pair: ActivationPair) =>
  fc.tuple(activation(pair), fc.constantFrom(...smallShares(pair))).map(thresholdOf(pair));
