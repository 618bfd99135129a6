import * as fc from 'fast-check';
import { equals, type Law, law } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { tenths } from '../initializers/generators.ts';
import type { InitializationTasks } from '../reference.ts';
import { exponentials, frequencyDifference } from './domain.ts';

/** Hundredths that add up to 1, none of them 0. */
const frequencies = fc
  .array(fc.integer({ min: 1, max: 18 }), { minLength: 1, maxLength: 5 })
  .map((parts): [Vector] => [[...parts, 100 - parts.reduce((sum, part) => sum + part, 0)].map((k) => k / 100)]);

export function outputLaws({ softmax, outputBias }: InitializationTasks): Law[] {
  const logits = fc.tuple(fc.array(tenths(-20, 20), { minLength: 1, maxLength: 6 }));
  return [
    equals('softmax-definition', softmax, {
      inputs: logits,
      expected: softmax.answer,
      tolerance: exponentials,
      probes: true,
    }),
    equals('softmax-finite', softmax, {
      inputs: fc.tuple(fc.array(fc.constantFrom(1e4, -1e4, 9999, 800, 0), { minLength: 1, maxLength: 4 })),
      expected: softmax.answer,
      // Logits of 1e4 are themselves right to 1e-12.
      tolerance: { relative: 0, absolute: 1e-9 },
    }),
    law('frequencies-come-back', outputBias, {
      inputs: frequencies,
      probes: true,
      calls: (args) => [args],
      check: ([expected], { values: [biases = []] }) => frequencyDifference(expected, biases),
    }),
  ];
}
