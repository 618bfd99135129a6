import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { gradientBound, type Saturating, saturatedFraction, saturationPoint } from '../../reference/saturation.ts';
import type { Vector } from '../../reference/types.ts';
import { isScaled, type Parameters, shapesOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';

const other = (kind: Saturating): Saturating => (kind === 'sigmoid' ? 'tanh' : 'sigmoid');

/** The share of units for which something else holds. */
const share = (units: Vector, holds: (z: number) => boolean): number =>
  units.length === 0 ? 0 : units.filter(holds).length / units.length;

/** Of the functions that measure saturation. */
export function saturationMisconceptions(t: SaturationTasks, parameters: Parameters): readonly Misconception[] {
  const shapes = shapesOf(parameters);
  const { amplitude, stretch } = parameters;
  return [
    ...of(t.saturatedFraction, {
      'fraction-of-the-active': (kind, units, threshold) => share(units, (z) => shapes[kind].derivative(z) > threshold),
      'fraction-by-size-of-z': (_, units, threshold) => share(units, (z) => Math.abs(z) > threshold),
      'fraction-by-smallness-of-z': (_, units, threshold) => share(units, (z) => Math.abs(z) < threshold),
      'fraction-by-activation': (kind, units, threshold) => share(units, (z) => shapes[kind].activate(z) < threshold),
      'fraction-counts': (kind, units, threshold) => saturatedFraction(shapes[kind], units, threshold) * units.length,
      'fraction-in-percent': (kind, units, threshold) => saturatedFraction(shapes[kind], units, threshold) * 100,
      'fraction-without-one': (kind, units, threshold) =>
        units.length < 2 ? 0 : (saturatedFraction(shapes[kind], units, threshold) * units.length) / (units.length - 1),
      'fraction-of-nothing-is-nan': (kind, units, threshold) =>
        units.length === 0 ? Number.NaN : saturatedFraction(shapes[kind], units, threshold),
      'fraction-of-the-other-activation': (kind, units, threshold) =>
        saturatedFraction(shapes[other(kind)], units, threshold),
      'fraction-positive-side-only': (kind, units, threshold) =>
        share(units, (z) => z > 0 && shapes[kind].derivative(z) < threshold),
      'fraction-from-the-activation-twice': (kind, units, threshold) =>
        share(units, (z) => shapes[kind].derivative(shapes[kind].activate(z)) < threshold),
    }),
    ...of(t.gradientBound, {
      'bound-times-depth': (kind, depth) => shapes[kind].steepest * depth,
      'bound-of-a-half': (kind, depth) => (kind === 'sigmoid' ? 0.5 : shapes.tanh.steepest) ** depth,
      'bound-one-factor-too-few': (kind, depth) => gradientBound(shapes[kind], depth - 1),
      'bound-one-factor-too-many': (kind, depth) => gradientBound(shapes[kind], depth + 1),
      'bound-same-for-tanh': (_, depth) => gradientBound(shapes.sigmoid, depth),
      'bound-swapped': (kind, depth) => gradientBound(shapes[other(kind)], depth),
      'bound-of-one-layer': (kind) => shapes[kind].steepest,
      'bound-of-the-activations': (kind, depth) => (kind === 'sigmoid' ? 1 : amplitude ** depth),
      ...(isScaled(parameters) && {
        'bound-without-scales': (kind: Saturating, depth: number) => (kind === 'sigmoid' ? 0.25 ** depth : 1),
      }),
    }),
    ...of(t.saturationPoint, {
      'point-where-the-activation-is': (kind, threshold) => Math.abs(shapes[kind].inverse(threshold)),
      'point-without-the-root': (kind, threshold) =>
        kind === 'sigmoid'
          ? shapes.sigmoid.inverse((1 + (1 - 4 * threshold)) / 2)
          : shapes.tanh.inverse(amplitude * (1 - threshold / shapes.tanh.steepest)),
      'point-is-the-activation': (kind, threshold) => shapes[kind].activate(saturationPoint(shapes[kind], threshold)),
      'point-is-a-plain-logarithm': (_, threshold) => -Math.log(threshold),
      'point-in-decades': (kind, threshold) => saturationPoint(shapes[kind], threshold) / Math.LN10,
      'point-on-the-left': (kind, threshold) => -saturationPoint(shapes[kind], threshold),
      'point-of-the-other-activation': (kind, threshold) =>
        saturationPoint(shapes[other(kind)], (threshold / shapes[kind].steepest) * shapes[other(kind)].steepest),
      'point-without-the-half': (kind, threshold) =>
        kind === 'tanh' ? 2 * saturationPoint(shapes[kind], threshold) : saturationPoint(shapes[kind], threshold),
      ...(isScaled(parameters) && {
        'point-not-stretched': (kind: Saturating, threshold: number) =>
          saturationPoint(shapes[kind], threshold) * (kind === 'tanh' ? stretch : 1),
      }),
    }),
  ];
}
