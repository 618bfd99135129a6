import * as fc from 'fast-check';
import { type ActivationPair, activationNamed } from '../activations/pair.ts';
import { clearOf } from './clear-units.ts';
import type { LayerArgs } from './layer-args.ts';
import { smallestThreshold } from './thresholds.ts';

/** Numbers with few digits, so that a counterexample can be checked by hand: k/10^digits with min ≤ value ≤ max. */
export function decimal(min: number, max: number, digits = 1): fc.Arbitrary<number> {
  const scale = 10 ** digits;
  return fc.integer({ min: Math.round(min * scale), max: Math.round(max * scale) }).map((k) => k / scale);
}

const activation = ({ first, second }: ActivationPair): fc.Arbitrary<string> =>
  fc.constantFrom(first.code, second.code);

/** Of the statement's threshold: from the ends of saturation to more than the steepest slope, where all units count. */
const multiples = [0.5, 2.5, 5, 10, 15, 30, 45];

/** A layer of one to eight units and a threshold, which no unit has for its slope. */
export const layer = (pair: ActivationPair, threshold: number): fc.Arbitrary<LayerArgs> =>
  fc
    .tuple(activation(pair), fc.array(decimal(-7, 7), { minLength: 1, maxLength: 8 }), fc.constantFrom(...multiples))
    .map(([code, units, multiple]) => {
      const limit = Number((multiple * threshold).toPrecision(12));
      return [code, clearOf(activationNamed(pair, code), limit, units), limit];
    });

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

/** Shares of the steepest slope deep in saturation, where 1 − a keeps few digits. */
const smallShares = [1e-3, 1e-4, 1e-6, 1e-8];

/** Thresholds so small, but no smaller than is asked about. */
export const smallThreshold = (pair: ActivationPair) =>
  fc
    .tuple(activation(pair), fc.constantFrom(...smallShares))
    .map(thresholdOf(pair))
    .map(([code, threshold]): [string, number] => [code, Math.max(threshold, smallestThreshold(pair))]);
