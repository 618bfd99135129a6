import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { sigmoid, tanh } from '../../reference/activations.ts';
import {
  derivatives,
  gradientBound,
  type Saturating,
  saturatedFraction,
  saturationPoint,
  steepest,
} from '../../reference/saturation.ts';
import type { Vector } from '../../reference/types.ts';
import type { SaturationTasks } from './reference.ts';

const activate: { readonly [A in Saturating]: (z: number) => number } = { sigmoid, tanh };
const other = (kind: Saturating): Saturating => (kind === 'sigmoid' ? 'tanh' : 'sigmoid');

/** The share of units for which something else holds. */
const share = (units: Vector, holds: (z: number) => boolean): number =>
  units.length === 0 ? 0 : units.filter(holds).length / units.length;

/** z where the activation is a. */
const inverse: { readonly [A in Saturating]: (a: number) => number } = {
  sigmoid: (a) => Math.log(a / (1 - a)),
  tanh: Math.atanh,
};

/** Of the functions that measure saturation. */
export const saturationMisconceptions = (t: SaturationTasks): readonly Misconception[] => [
  ...of(t.saturatedFraction, {
    'fraction-of-the-active': (kind, units, threshold) => share(units, (z) => derivatives[kind](z) > threshold),
    'fraction-by-size-of-z': (_, units, threshold) => share(units, (z) => Math.abs(z) > threshold),
    'fraction-by-smallness-of-z': (_, units, threshold) => share(units, (z) => Math.abs(z) < threshold),
    'fraction-by-activation': (kind, units, threshold) => share(units, (z) => activate[kind](z) < threshold),
    'fraction-counts': (kind, units, threshold) => saturatedFraction(kind, units, threshold) * units.length,
    'fraction-in-percent': (kind, units, threshold) => saturatedFraction(kind, units, threshold) * 100,
    'fraction-without-one': (kind, units, threshold) =>
      units.length < 2 ? 0 : (saturatedFraction(kind, units, threshold) * units.length) / (units.length - 1),
    'fraction-of-nothing-is-nan': (kind, units, threshold) =>
      units.length === 0 ? Number.NaN : saturatedFraction(kind, units, threshold),
    'fraction-of-the-other-activation': (kind, units, threshold) => saturatedFraction(other(kind), units, threshold),
    'fraction-positive-side-only': (kind, units, threshold) =>
      share(units, (z) => z > 0 && derivatives[kind](z) < threshold),
    'fraction-from-the-activation-twice': (kind, units, threshold) =>
      share(units, (z) => derivatives[kind](activate[kind](z)) < threshold),
  }),
  ...of(t.gradientBound, {
    'bound-times-depth': (kind, depth) => steepest[kind] * depth,
    'bound-of-a-half': (kind, depth) => (kind === 'sigmoid' ? 0.5 ** depth : 1),
    'bound-one-factor-too-few': (kind, depth) => gradientBound(kind, depth - 1),
    'bound-one-factor-too-many': (kind, depth) => gradientBound(kind, depth + 1),
    'bound-same-for-tanh': (_, depth) => gradientBound('sigmoid', depth),
    'bound-swapped': (kind, depth) => gradientBound(other(kind), depth),
    'bound-of-one-layer': (kind) => steepest[kind],
    'bound-of-the-activations': () => 1,
  }),
  ...of(t.saturationPoint, {
    'point-where-the-activation-is': (kind, threshold) => Math.abs(inverse[kind](threshold)),
    'point-without-the-root': (kind, threshold) =>
      kind === 'sigmoid' ? inverse.sigmoid((1 + (1 - 4 * threshold)) / 2) : Math.atanh(1 - threshold),
    'point-is-the-activation': (kind, threshold) => activate[kind](saturationPoint(kind, threshold)),
    'point-is-a-plain-logarithm': (_, threshold) => -Math.log(threshold),
    'point-in-decades': (kind, threshold) => saturationPoint(kind, threshold) / Math.LN10,
    'point-on-the-left': (kind, threshold) => -saturationPoint(kind, threshold),
    'point-of-the-other-activation': (kind, threshold) =>
      saturationPoint(other(kind), (threshold / steepest[kind]) * steepest[other(kind)]),
    'point-without-the-half': (kind, threshold) =>
      kind === 'tanh' ? 2 * saturationPoint(kind, threshold) : saturationPoint(kind, threshold),
  }),
];
