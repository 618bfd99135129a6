import * as fc from 'fast-check';
import { equals, type Law, law } from '../../../grader/kit.ts';
import { measured } from '../../../reference/numerics/finite-differences.ts';
import { decimal } from '../generators.ts';
import { centerOf, type Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { measures } from '../tolerances.ts';

/** Everything in [−limit, limit], and both ends. */
const upTo = (limit: number, digits = 1) =>
  fc.tuple(fc.oneof({ withCrossShrink: true }, decimal(limit, digits), fc.constantFrom(-limit, limit)));

/** What the reference is held against, and what says more than that a number is wrong; the domains ask everywhere. */
export function activationLaws(
  { sigmoid: value, sigmoidDerivative: slope }: BackpropagationTasks,
  model: Model,
): readonly Law[] {
  const { activation, names } = model;
  const center = centerOf(activation);
  const farOut = [750, 1e4, 1e300].filter((z) => z <= activation.limit);
  return [
    ...(center === undefined ? [] : [symmetry(value, `${names.activation}-symmetry`, center, activation.symbol)]),
    ...(farOut.length > 0
      ? [
          equals(`${names.activation}-finite`, value, {
            inputs: fc.tuple(fc.constantFrom(...farOut.flatMap((z) => [z, -z]))),
            expected: value.answer,
            tolerance: { relative: 1e-9, absolute: 1e-9 },
            runs: 12,
          }),
        ]
      : []),
    measures(`${names.activation}-slope`, slope, {
      // Between the tenths as well, where a table would show.
      inputs: upTo(8, 2),
      measure(z) {
        const { slope: slopes, error } = measured(activation.value, z);
        return { slopes, error };
      },
    }),
  ];
}

/** φ(z) + φ(−z) = c */
const symmetry = (task: BackpropagationTasks['sigmoid'], id: string, center: number, symbol: string): Law =>
  law(id, task, {
    inputs: decimal(20),
    runs: 40,
    calls: (z): [z: number][] => [[z], [-z]],
    check: (_, { values: [right = NaN, left = NaN] }) =>
      Math.abs(right + left - center) <= 2e-9 * Math.max(1, Math.abs(right))
        ? undefined
        : { expected: center, received: right + left, quantity: `${symbol}(z) + ${symbol}(−z)` },
  });
