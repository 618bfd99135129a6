import * as fc from 'fast-check';
import { equals, type Law, law, pure, type Tolerance } from '../../grader/kit.ts';
import { measured } from '../../reference/finite-differences.ts';
import { decimal } from './generators.ts';
import { centerOf, type Model, steepestOf } from './model.ts';
import type { BackpropagationTasks } from './reference.ts';
import { measures, nineDigits } from './tolerances.ts';

/** Everything in [−limit, limit], and both ends. */
const upTo = (limit: number, digits = 1) =>
  fc.tuple(fc.oneof({ withCrossShrink: true }, decimal(limit, digits), fc.constantFrom(-limit, limit)));

/** The sigmoid keeps nine digits in its tail; elsewhere terms may cancel, each as large as z and φ(z). */
const valueTolerance =
  ({ names }: Model) =>
  ([z]: readonly [number], expected: number): Tolerance =>
    names.activation === 'sigmoid'
      ? nineDigits
      : { relative: 1e-9, absolute: 1e-12 * Math.max(1, Math.min(Math.abs(z), 1e4) / 100, Math.abs(expected)) };

/** φ itself, as far out as straightforward code gives numbers. */
export function activationLaws({ sigmoid: task }: BackpropagationTasks, model: Model): Law[] {
  const { activation, names } = model;
  const center = centerOf(activation);
  const tolerance = valueTolerance(model);
  const tail = Math.min(700, activation.limit);
  const farOut = [750, 1e4, 1e300].filter((z) => z <= activation.limit);
  return [
    equals(`${names.activation}-definition`, task, {
      inputs: fc.tuple(center === undefined ? decimal(20) : decimal(20).map(Math.abs)),
      expected: task.answer,
      tolerance,
      probes: true,
    }),
    ...(center === undefined ? [] : [symmetry(task, `${names.activation}-symmetry`, center)]),
    ...(tail > 20
      ? [
          equals(`${names.activation}-tails`, task, {
            inputs: fc.tuple(fc.integer({ min: 20, max: tail }).chain((z) => fc.constantFrom(z, -z))),
            expected: task.answer,
            tolerance,
          }),
        ]
      : []),
    ...(farOut.length > 0
      ? [
          equals(`${names.activation}-finite`, task, {
            inputs: fc.tuple(fc.constantFrom(...farOut.flatMap((z) => [z, -z]))),
            expected: task.answer,
            tolerance: names.activation === 'sigmoid' ? { relative: 0, absolute: 1e-9 } : tolerance,
            runs: 12,
          }),
        ]
      : []),
    pure(task, upTo(20)),
  ];
}

/** φ(z) + φ(−z) = c */
const symmetry = (task: BackpropagationTasks['sigmoid'], id: string, center: number): Law =>
  law(id, task, {
    inputs: decimal(20),
    calls: (z): [z: number][] => [[z], [-z]],
    check: (_, { values: [right = NaN, left = NaN] }) =>
      Math.abs(right + left - center) <= 2e-9 * Math.max(1, Math.abs(right))
        ? undefined
        : { expected: center, received: right + left },
  });

/** φ′, by finite differences and by its formula. */
export function slopeLaws({ sigmoidDerivative: task }: BackpropagationTasks, { activation, names }: Model): Law[] {
  const farOut = [700, 1e4].filter((z) => z <= activation.limit).flatMap((z) => [-z, z]);
  const scale = Math.max(1, steepestOf(activation));
  const near = decimal(Math.min(40, activation.limit));
  return [
    measures(`${names.activation}-slope`, task, {
      // Between the tenths as well, where a table would show.
      inputs: upTo(8, 2),
      measure(z) {
        const { slope, error } = measured(activation.value, z);
        return { slopes: slope, error };
      },
    }),
    equals(`${names.activation}-derivative-everywhere`, task, {
      inputs: fc.tuple(
        farOut.length === 0 ? near : fc.oneof({ withCrossShrink: true }, near, fc.constantFrom(...farOut)),
      ),
      expected: task.answer,
      tolerance: (_, expected) => ({ relative: 0, absolute: 1e-12 * Math.max(scale, Math.abs(expected)) }),
    }),
    pure(task, upTo(20)),
  ];
}
