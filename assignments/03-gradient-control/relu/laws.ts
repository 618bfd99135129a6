import * as fc from 'fast-check';
import { equals, type Law, law, type Tolerance } from '../../../grader/kit.ts';
import { tenths } from '../numbers.ts';
import type { Parameters } from '../parameters.ts';
import type { GradientControlTasks } from '../reference.ts';

/** Near 0, of every day, and large. */
const positive: fc.Arbitrary<[z: number]> = fc.tuple(
  fc.oneof({ withCrossShrink: true }, { weight: 4, arbitrary: tenths(0.1, 20) }, fc.constantFrom(1e-9, 1e-3, 1e6)),
);
const negative = positive.map(([z]): [z: number] => [-z]);

/** For (z + √(z²))/2 and the like. */
const rounding: Tolerance = { relative: 1e-9, absolute: 0 };

export function reluLaws({ relu, reluDerivative: derivative }: GradientControlTasks, { leak }: Parameters): Law[] {
  return [
    equals('relu-passes', relu, { inputs: positive, expected: (z) => z, tolerance: rounding, probes: true }),
    equals('relu-blocks', relu, {
      inputs: fc.oneof({ withCrossShrink: true }, fc.constant<[z: number]>([0]), negative),
      expected: relu.answer,
      tolerance: rounding,
      probes: true,
    }),
    equals('relu-derivative-open', derivative, { inputs: positive, expected: () => 1, probes: true }),
    equals('relu-derivative-closed', derivative, {
      inputs: negative,
      expected: () => leak,
      tolerance: rounding,
      probes: true,
    }),
    law('relu-derivative-at-zero', derivative, {
      inputs: fc.constant<[z: number]>([0]),
      runs: 1,
      calls: (args) => [args],
      check: (_, { values: [received = Number.NaN] }) =>
        // Libraries differ: the slope below in PyTorch and TensorFlow, 1 where one writes z ≥ 0.
        received === leak || received === 1 ? undefined : { expected: derivative.answer(0), received },
    }),
  ];
}
