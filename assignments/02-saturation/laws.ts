import fc from 'fast-check';
import { equals, type Law, law, pure, type Tolerance } from '../../grader/contract.ts';
import { derivative } from '../../reference/finite-differences.ts';
import type { Saturating, Shapes, Squashing } from '../../reference/saturation.ts';
import type { Vector } from '../../reference/types.ts';
import { activation, decimal, layer, moderateThreshold, smallThreshold } from './generators.ts';
import { type Parameters, parametersOf, shapesOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';

/** What the contract asks of tanh: |error| ≤ 1e-12. Four roundings of numbers below 1 leave some 1e-16. */
const absolute: Tolerance = { relative: 0, absolute: 1e-12 };

/** What fourth-order central differences leave (reference/finite-differences.ts), with a margin of a thousand. */
const measuredSlope: Tolerance = { relative: 1e-6, absolute: 1e-9 };

/** A product of at most sixty equal factors. */
const power: Tolerance = { relative: 1e-9, absolute: 0 };

const z = (limit: number, digits = 1) => fc.tuple(decimal(-limit, limit, digits));

function tanhLaws({ tanh: task, tanhDerivative: slope }: SaturationTasks): Law[] {
  return [
    equals('tanh-definition', task, {
      inputs: fc.tuple(decimal(0, 20)),
      expected: task.answer,
      tolerance: absolute,
      probes: true,
    }),
    law('tanh-odd', task, {
      inputs: decimal(-20, 20),
      calls: (at): [z: number][] => [[at], [-at]],
      check: (_, { values: [right = NaN, left = NaN] }) =>
        Math.abs(right + left) <= 2e-12 ? undefined : { call: 1, expected: -right, received: left },
      probes: true,
    }),
    equals('tanh-finite', task, {
      inputs: fc.tuple(fc.constantFrom(750, -750, 400, -400, 1e4, -1e4, 1e300, -1e300)),
      expected: task.answer,
      tolerance: absolute,
      runs: 16,
      probes: true,
    }),
    pure(task, z(20)),
    equals('tanh-slope', slope, {
      // Between the tenths as well, where a table would show.
      inputs: z(4, 2),
      expected: (at) => derivative(task.answer, at),
      tolerance: measuredSlope,
      probes: true,
    }),
    equals('tanh-derivative-everywhere', slope, {
      inputs: fc.tuple(fc.oneof({ withCrossShrink: true }, decimal(-20, 20), fc.constantFrom(400, -400, 1e4, -1e4))),
      expected: slope.answer,
      tolerance: absolute,
    }),
    pure(slope, z(20)),
  ];
}

/** Activations from end to end; at the ends the unit is saturated for good. */
const withEnds = (min: number, max: number) => {
  // In hundredths, and none beyond an end that is no hundredth itself.
  const between = decimal(Math.ceil(100 * min) / 100, Math.floor(100 * max) / 100, 2);
  return fc.tuple(fc.oneof({ withCrossShrink: true }, between, fc.constantFrom(min, max)));
};

function fromOutputLaws(
  { sigmoidDerivativeFromOutput: ofSigmoid, tanhDerivativeFromOutput: ofTanh }: SaturationTasks,
  { sigmoid, tanh }: Shapes,
  { amplitude }: Parameters,
): Law[] {
  const ofZ =
    ({ activate, inverse }: Squashing) =>
    (a: number) =>
      derivative(activate, inverse(a));
  return [
    equals('sigmoid-from-output', ofSigmoid, {
      inputs: withEnds(0, 1),
      expected: ofSigmoid.answer,
      tolerance: absolute,
      probes: true,
    }),
    equals('sigmoid-from-output-is-its-slope', ofSigmoid, {
      inputs: fc.tuple(decimal(0.01, 0.99, 3)),
      expected: ofZ(sigmoid),
      tolerance: measuredSlope,
    }),
    pure(ofSigmoid, fc.tuple(decimal(0, 1, 2))),
    equals('tanh-from-output', ofTanh, {
      inputs: withEnds(-amplitude, amplitude),
      expected: ofTanh.answer,
      tolerance: absolute,
      probes: true,
    }),
    equals('tanh-from-output-is-its-slope', ofTanh, {
      inputs: fc.tuple(decimal(-0.99 * amplitude, 0.99 * amplitude, 3)),
      expected: ofZ(tanh),
      tolerance: measuredSlope,
    }),
    pure(ofTanh, withEnds(-amplitude, amplitude)),
  ];
}

/** How far from the true point the answer may be: the contract's figure. */
const pointTolerance = 1e-6;

function saturationLaws(
  { saturatedFraction: fraction, gradientBound: bound, saturationPoint: point }: SaturationTasks,
  shapes: Shapes,
): Law[] {
  const moderate = moderateThreshold(shapes);
  const depths = fc.integer({ min: 1, max: 60 });
  return [
    equals('fraction-definition', fraction, {
      inputs: layer,
      expected: fraction.answer,
      tolerance: absolute,
      probes: true,
    }),
    equals('fraction-of-nothing', fraction, {
      inputs: layer.map(([kind, , threshold]): [Saturating, Vector, number] => [kind, [], threshold]),
      expected: () => 0,
      probes: true,
      runs: 20,
    }),
    pure(fraction, layer),
    equals('bound-of-sigmoid', bound, {
      inputs: depths.map((depth): [Saturating, number] => ['sigmoid', depth]),
      expected: bound.answer,
      tolerance: power,
      probes: true,
    }),
    equals('bound-of-tanh', bound, {
      inputs: depths.map((depth): [Saturating, number] => ['tanh', depth]),
      expected: bound.answer,
      tolerance: power,
      probes: true,
    }),
    pure(bound, fc.tuple(activation, depths)),
    law('point-between-steeper-and-flatter', point, {
      inputs: moderate,
      calls: (args) => [args],
      check([kind, threshold], { values: [at = NaN] }) {
        const steeper = shapes[kind].derivative(at * (1 - pointTolerance)) > threshold;
        const flatter = shapes[kind].derivative(at * (1 + pointTolerance)) < threshold;
        return steeper && flatter && at > 0 ? undefined : { expected: point.answer(kind, threshold), received: at };
      },
      probes: true,
    }),
    equals('point-deep-in-saturation', point, {
      inputs: smallThreshold(shapes),
      expected: point.answer,
      tolerance: { relative: 1e-6, absolute: 0 },
      probes: true,
      runs: 20,
    }),
    pure(point, moderate),
  ];
}

/** The properties of all seven tasks, each task's in the order in which they are tried. */
export function laws(tasks: SaturationTasks, given?: Partial<Parameters>): readonly Law[] {
  const parameters = parametersOf(given);
  const shapes = shapesOf(parameters);
  return [...tanhLaws(tasks), ...fromOutputLaws(tasks, shapes, parameters), ...saturationLaws(tasks, shapes)];
}
