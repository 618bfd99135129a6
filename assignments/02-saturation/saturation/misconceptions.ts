import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { gradientBound, saturatedFraction, saturationPoint } from '../../../reference/activations/saturation.ts';
import { type Family, type Squashing, squashing } from '../../../reference/activations/squashing.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { type ActivationPair, activationNamed, both, other } from '../activations/pair.ts';
import { slipsOf } from '../activations/slips-of.ts';
import type { SaturationTasks } from '../reference.ts';

/** The share of units for which something else holds. */
const share = (units: Vector, holds: (z: number) => boolean): number =>
  units.length === 0 ? 0 : units.filter(holds).length / units.length;

function fractionMisconceptions(t: SaturationTasks, pair: ActivationPair): readonly Misconception[] {
  const shapeOf = (code: string): Squashing => activationNamed(pair, code).shape;
  return of(t.saturatedFraction, {
    'fraction-of-the-active': (code, units, threshold) => share(units, (z) => shapeOf(code).derivative(z) > threshold),
    'fraction-with-the-threshold': (code, units, threshold) =>
      share(units, (z) => shapeOf(code).derivative(z) <= threshold),
    'fraction-by-size-of-z': (_, units, threshold) => share(units, (z) => Math.abs(z) > threshold),
    'fraction-by-smallness-of-z': (_, units, threshold) => share(units, (z) => Math.abs(z) < threshold),
    'fraction-by-activation': (code, units, threshold) => share(units, (z) => shapeOf(code).activate(z) < threshold),
    'fraction-counts': (code, units, threshold) => saturatedFraction(shapeOf(code), units, threshold) * units.length,
    'fraction-in-percent': (code, units, threshold) => saturatedFraction(shapeOf(code), units, threshold) * 100,
    'fraction-without-one': (code, units, threshold) =>
      units.length < 2 ? 0 : (saturatedFraction(shapeOf(code), units, threshold) * units.length) / (units.length - 1),
    'fraction-of-nothing-is-nan': (code, units, threshold) =>
      units.length === 0 ? Number.NaN : saturatedFraction(shapeOf(code), units, threshold),
    'fraction-of-the-other-activation': (code, units, threshold) =>
      saturatedFraction(other(pair, code).shape, units, threshold),
    'fraction-positive-side-only': (code, units, threshold) =>
      share(units, (z) => z > 0 && shapeOf(code).derivative(z) < threshold),
    'fraction-from-the-activation-twice': (code, units, threshold) =>
      share(units, (z) => shapeOf(code).derivative(shapeOf(code).activate(z)) < threshold),
  });
}

function boundMisconceptions(t: SaturationTasks, pair: ActivationPair): readonly Misconception[] {
  const { first, second } = pair;
  const shapeOf = (code: string): Squashing => activationNamed(pair, code).shape;
  const isOdd = both(pair).every(({ shape }) => shape.activate(0) === 0);
  const plain = second.member && squashing({ ...second.member, A: 1, B: 1 }).steepest;
  return of(t.gradientBound, {
    'bound-times-depth': (code, depth) => shapeOf(code).steepest * depth,
    // Who mistakes the value at 0 for the slope does so where there is one.
    ...(!isOdd && {
      'bound-of-a-half': (code: string, depth: number) => {
        const { activate, steepest } = shapeOf(code);
        return (activate(0) === 0 ? steepest : activate(0)) ** depth;
      },
    }),
    'bound-one-factor-too-few': (code, depth) => gradientBound(shapeOf(code), depth - 1),
    'bound-one-factor-too-many': (code, depth) => gradientBound(shapeOf(code), depth + 1),
    'bound-of-one-factor-at-least': (code, depth) => shapeOf(code).steepest ** Math.max(1, depth),
    'bound-starts-at-zero': () => 0,
    [`bound-same-for-${second.id}`]: (_, depth) => gradientBound(first.shape, depth),
    'bound-swapped': (code, depth) => gradientBound(other(pair, code).shape, depth),
    'bound-of-one-layer': (code) => shapeOf(code).steepest,
    'bound-of-the-activations': (code, depth) => shapeOf(code).bounds[1] ** depth,
    ...(plain !== undefined &&
      plain !== second.shape.steepest && {
        'bound-without-scales': (code: string, depth: number) =>
          code === second.code ? plain ** depth : gradientBound(first.shape, depth),
      }),
  });
}

/** The families whose inverse is a logarithm. */
const logarithmic: readonly (Family | undefined)[] = ['tanh', 'logistic'];

function pointMisconceptions(t: SaturationTasks, pair: ActivationPair): readonly Misconception[] {
  const shapeOf = (code: string): Squashing => activationNamed(pair, code).shape;
  const memberOf = (code: string) => activationNamed(pair, code).member;
  const right = (code: string, threshold: number): number => saturationPoint(shapeOf(code), threshold);
  const members = both(pair).map(({ member }) => member);
  return of(t.saturationPoint, {
    'point-where-the-activation-is': (code, threshold) => Math.abs(shapeOf(code).inverse(threshold)),
    ...(members.some((member) => member) && {
      'point-without-the-root': (code: string, threshold: number) => {
        const [shape, member] = [shapeOf(code), memberOf(code)];
        return member ? shape.inverse(slipsOf(member).withoutRoot(threshold / shape.steepest)) : right(code, threshold);
      },
    }),
    'point-is-the-activation': (code, threshold) => shapeOf(code).activate(right(code, threshold)),
    'point-is-a-plain-logarithm': (_, threshold) => -Math.log(threshold),
    ...(members.some((member) => logarithmic.includes(member?.family)) && {
      'point-in-decades': (code: string, threshold: number) =>
        right(code, threshold) / (logarithmic.includes(memberOf(code)?.family) ? Math.LN10 : 1),
    }),
    'point-on-the-left': (code, threshold) => -right(code, threshold),
    'point-of-the-other-activation': (code, threshold) => {
      const { shape } = other(pair, code);
      return saturationPoint(shape, (threshold / shapeOf(code).steepest) * shape.steepest);
    },
    ...(members.some((member) => member?.family === 'tanh') && {
      'point-without-the-half': (code: string, threshold: number) =>
        right(code, threshold) * (memberOf(code)?.family === 'tanh' ? 2 : 1),
    }),
    ...(members.some((member) => member && member.B !== 1) && {
      'point-not-stretched': (code: string, threshold: number) => {
        const { family, B = 1 } = memberOf(code) ?? {};
        return right(code, threshold) * (family === 'root' ? Math.sqrt(B) : B);
      },
    }),
  });
}

/** Of the functions that measure saturation. */
export const saturationMisconceptions = (t: SaturationTasks, pair: ActivationPair): readonly Misconception[] => [
  ...fractionMisconceptions(t, pair),
  ...boundMisconceptions(t, pair),
  ...pointMisconceptions(t, pair),
];
