import { type Difference, firstDifference, isClose, type Tolerance } from '../../../grader/kit.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';
import type { RecurrentActivation } from './activation.ts';
import type { Unrolled } from './unrolled.ts';

/**
 * Who runs the net again, from the inputs that lead through the given states, comes to states that are off by this share
 * of their range at most, and so to slopes that are off by 1e-12 of the steepest: no slope changes by more than twice
 * the steepest from one end of the range to the other.
 */
const mostDrift = 4e-13;

/**
 * A tenth of a thousand-millionth of the terms that are added up, with slopes that are a hundredth of the steepest one
 * larger. So each slope may be off by 1e-12 of the steepest; and sums of 16 products over 60 steps, 60·21·1.1e-16 of their
 * terms, may be taken in any order.
 */
const share = 1e-10;
const padding = 1e-2;

const nineDigits: Tolerance = { relative: 1e-9, absolute: 0 };

/** Whether all digits that are asked for are the same, whichever way a right answer is computed. */
export function isKnown([weights, states]: Unrolled, activation: RecurrentActivation): boolean {
  // The slope of ReLU is 0 or 1, and a state tells which.
  if (activation.member === undefined) return true;
  const [lower, upper] = activation.bounds;
  let errors: Vector = [];
  for (const [t, state] of states.entries()) {
    errors = drift(weights, states[t - 1] ?? [], state, errors, activation);
    if (errors.some((error) => error > mostDrift * (upper - lower))) return false;
  }
  return true;
}

/** The net itself if its gradients are known, else one with smaller weights. */
export function damped(net: Unrolled, isKnown: (net: Unrolled) => boolean): Unrolled {
  if (isKnown(net)) return net;
  const [weights, states, output] = net;
  return damped([weights.map((row) => row.map((w) => w / 2)), states, output], isKnown);
}

/** How far φ(W·h′ + x) may be from h where x is φ⁻¹(h) − W·h, h′ is off by `errors`, and each operation rounds. */
function drift(
  weights: Matrix,
  before: Vector,
  state: Vector,
  errors: Vector,
  { derivativeFromOutput, inverse }: RecurrentActivation,
): Vector {
  return state.map((h, i) => {
    const slope = derivativeFromOutput(h);
    if (slope === 0) return 0;
    const row = weights[i]!;
    let [terms, carried] = [0, 0];
    for (let j = 0; j < before.length; j++) {
      const weight = Math.abs(row[j]!);
      terms += weight * Math.abs(before[j]!);
      carried += weight * errors[j]!;
    }
    const rounded = Number.EPSILON * (row.length + 4) * (2 * terms + Math.abs(inverse(h)));
    return slope * (carried + rounded) + Number.EPSILON * Math.abs(h);
  });
}

/** The recursion without signs and with padded slopes: the size of the terms of which the gradients are sums. */
function termSizes([weights, states, output]: Unrolled, activation: RecurrentActivation): Vector[] {
  const sizes = [output.map(Math.abs)];
  for (const state of states.slice(1).toReversed()) {
    const later = sizes[0]!;
    const passed = state.map(
      (h, j) => (Math.abs(activation.derivativeFromOutput(h)) + padding * activation.steepest) * later[j]!,
    );
    sizes.unshift(later.map((_, i) => weights.reduce((sum, row, j) => sum + Math.abs(row[i]!) * passed[j]!, 0)));
  }
  return sizes;
}

/** What rounding may do to each number of the answer. */
export const gradientRounding = (net: Unrolled, activation: RecurrentActivation): Vector[] =>
  termSizes(net, activation).map((sizes) => sizes.map((size) => share * size));

/** Where an answer leaves the right one by more than nine digits of it and the rounding of its terms. */
export function differenceBeyondRounding(
  net: Unrolled,
  activation: RecurrentActivation,
  expected: readonly Vector[],
  received: readonly Vector[],
): Difference | undefined {
  if (firstDifference(expected, received, nineDigits) === undefined) return undefined;
  const shape = firstDifference(expected, received, { relative: 0, absolute: Number.POSITIVE_INFINITY });
  if (shape) return shape;
  const errors = gradientRounding(net, activation);
  for (const [t, vector] of expected.entries()) {
    for (const [i, right] of vector.entries()) {
      const answer = received[t]![i]!;
      if (isClose(right, answer, { ...nineDigits, absolute: errors[t]![i]! })) continue;
      return { path: `[${t}][${i}]`, kind: 'value', expected: right, received: answer };
    }
  }
  return undefined;
}
