import { domain, real, type TaskDomain, type Tolerance } from '../../../grader/kit.ts';
import { type Model, steepestOf } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { nineDigits } from '../tolerances.ts';

/** Beyond this σ(z) need not keep its digits, and 1 / (1 + e^−z) loses them. */
const digitsUpTo = 700;

/** The sigmoid keeps nine digits in its tail; elsewhere terms may cancel, each as large as z and φ(z). */
function valueTolerance({ names }: Model, z: number, expected: number): Tolerance {
  if (names.activation === 'sigmoid') {
    return Math.abs(z) <= digitsUpTo ? nineDigits : { relative: 0, absolute: 1e-9 };
  }
  return { relative: 1e-9, absolute: 1e-12 * Math.max(1, Math.min(Math.abs(z), 1e4) / 100, Math.abs(expected)) };
}

/** φ and φ′ at every z at which straightforward code gives numbers. */
export function activationDomains(t: BackpropagationTasks, model: Model): readonly TaskDomain[] {
  const { activation, names } = model;
  const { limit } = activation;
  const near = Math.min(20, limit);
  const z = real({
    from: -limit,
    to: limit,
    usual: [-near, near],
    thresholds: limit > digitsUpTo ? [-digitsUpTo, digitsUpTo] : [],
  });
  const scale = Math.max(1, steepestOf(activation));
  return [
    domain(t.sigmoid, [z], {
      id: `${names.activation}-definition`,
      tolerance: ([at], expected) => valueTolerance(model, at, expected),
    }),
    domain(t.sigmoidDerivative, [z], {
      id: `${names.activation}-derivative-everywhere`,
      // The lecture's σ(1 − σ) loses the digits of 1 − σ far to the right.
      tolerance: (_, expected) => ({ relative: 0, absolute: 1e-12 * Math.max(scale, Math.abs(expected)) }),
    }),
  ];
}
