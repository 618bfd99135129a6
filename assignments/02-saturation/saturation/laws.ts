import * as fc from 'fast-check';
import { equals, type Law, law, type Tolerance } from '../../../grader/kit.ts';
import { type ActivationPair, activationNamed, both } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';
import { layer, moderateThreshold, smallThreshold } from './generators.ts';
import type { LayerArgs } from './layer-args.ts';

/** A share of units is a ratio of small numbers. */
const absolute: Tolerance = { relative: 0, absolute: 1e-12 };

/** A product of at most sixty equal factors. */
const power: Tolerance = { relative: 1e-9, absolute: 0 };

/** How far from the true point the answer may be: the contract's figure. */
const pointTolerance = 1e-6;

export function saturationLaws(
  { saturatedFraction: fraction, gradientBound: bound, saturationPoint: point }: SaturationTasks,
  pair: ActivationPair,
  threshold: number,
): Law[] {
  const units = layer(pair, threshold);
  const moderate = moderateThreshold(pair);
  const depths = fc.integer({ min: 1, max: 60 });
  return [
    equals('fraction-definition', fraction, {
      inputs: units,
      expected: fraction.answer,
      tolerance: absolute,
      probes: true,
    }),
    equals('fraction-of-nothing', fraction, {
      inputs: units.map(([code, , limit]): LayerArgs => [code, [], limit]),
      expected: () => 0,
      probes: true,
      runs: 4,
    }),
    ...both(pair).map(({ id, code }) =>
      equals(`bound-of-${id}`, bound, {
        inputs: depths.map((depth): [string, number] => [code, depth]),
        expected: bound.answer,
        tolerance: power,
        probes: true,
      }),
    ),
    law('point-between-steeper-and-flatter', point, {
      inputs: moderate,
      calls: (args) => [args],
      check([code, limit], { values: [at = NaN] }) {
        const { derivative } = activationNamed(pair, code).shape;
        const steeper = derivative(at * (1 - pointTolerance)) > limit;
        const flatter = derivative(at * (1 + pointTolerance)) < limit;
        return steeper && flatter && at > 0 ? undefined : { expected: point.answer(code, limit), received: at };
      },
      probes: true,
    }),
    equals('point-deep-in-saturation', point, {
      inputs: smallThreshold(pair),
      expected: point.answer,
      tolerance: { relative: pointTolerance, absolute: 0 },
      probes: true,
      runs: 20,
    }),
  ];
}
