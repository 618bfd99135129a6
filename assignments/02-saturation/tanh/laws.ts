import * as fc from 'fast-check';
import { equals, isClose, type Law, law } from '../../../grader/kit.ts';
import { derivative } from '../../../reference/numerics/finite-differences.ts';
import type { ComparedActivation } from '../activations/pair.ts';
import { isMeasurable, measuredSlope } from '../activations/smoothness.ts';
import type { SaturationTasks } from '../reference.ts';
import { decimal } from '../saturation/generators.ts';
import { absolute } from './domain.ts';

/** Those of the given numbers that are asked about; the farthest one where there is none. */
function within(numbers: readonly number[], { limit }: ComparedActivation): readonly number[] {
  const inside = numbers.filter((z) => z <= limit);
  return (inside.length > 0 ? inside : [limit]).flatMap((z) => [z, -z]);
}

/** The function that students write, and its derivative. */
export function tanhLaws({ value, slope }: SaturationTasks, second: ComparedActivation): Law[] {
  const middle = second.shape.activate(0);
  return [
    equals(`${second.id}-definition`, value, {
      inputs: fc.tuple(decimal(0, 20)),
      expected: value.answer,
      tolerance: absolute,
      probes: true,
    }),
    law(`${second.id}-${middle === 0 ? 'odd' : 'symmetric'}`, value, {
      inputs: decimal(-20, 20),
      calls: (at): [z: number][] => [[at], [-at]],
      check: (_, { values: [right = NaN, left = NaN] }) =>
        Math.abs(right + left - 2 * middle) <= 2e-12
          ? undefined
          : { call: 1, expected: 2 * middle - right, received: left },
      probes: true,
    }),
    law(`${second.id}-finite`, value, {
      // All of them at every seed: some forms fail on one side alone, and from some z on.
      inputs: fc.constant(within([750, 400, 1e4, 1e300], second)),
      runs: 1,
      calls: (far) => far.map((at): [z: number] => [at]),
      check(far, { values }) {
        const right = far.map(value.answer);
        const call = right.findIndex((expected, i) => !isClose(expected, values[i] ?? NaN, absolute));
        return call < 0 ? undefined : { call, expected: right[call]!, received: values[call]! };
      },
      probes: true,
    }),
    equals(`${second.id}-slope`, slope, {
      // Between the tenths as well, where a table would show.
      inputs: fc.tuple(decimal(-4, 4, 2).filter(isMeasurable(second))),
      expected: (at) => derivative(value.answer, at),
      tolerance: measuredSlope,
      probes: true,
    }),
  ];
}
