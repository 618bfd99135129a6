import type { tasks } from '../../assignments/03-gradient-control/reference.ts';
import { mutants, type NamedAnswer } from '../../grader/kit.ts';
import type { Matrix, Vector } from '../../reference/numerics/types.ts';
import { single } from './survivors.ts';

const isZero = (x: number): boolean => x === 0;
const clipped = (v: number, limit: number): number => Math.max(-limit, Math.min(limit, v));
const nan = (): number => Number.NaN;

/** Right but for some nets. */
export function recurrentRegions(t: ReturnType<typeof tasks>): readonly NamedAnswer[] {
  const unrolled = t.unrolledGradients.answer;
  const scaledUnrolled = (weights: Matrix, states: Vector[], output: Vector): Vector[] =>
    unrolled(weights, states, output).map((g, i, all) => (i === all.length - 1 ? g : g.map((x) => x * 1.001)));
  return [
    ...mutants(t.unrolledGradients, {
      'wrong-from-9-steps-on': {
        where: (_, states) => states.length > 8 && states.length < 20,
        answer: scaledUnrolled,
      },
      'wrong-from-51-steps-on': { where: (_, states) => states.length > 50, answer: scaledUnrolled },
      'wrong-for-60-steps': { where: (_, states) => states.length === 60, answer: scaledUnrolled },
      'wrong-for-one-step': {
        where: (_, states) => states.length === 1,
        answer: (_, __, output) => [output.map((g) => 2 * g + 1)],
      },
      'wrong-for-two-steps': { where: (_, states) => states.length === 2, answer: scaledUnrolled },
      'wrong-wider-than-4': { where: (weights) => weights.length > 4, answer: scaledUnrolled },
      'wrong-for-16-units': { where: (weights) => weights.length === 16, answer: scaledUnrolled },
      'wrong-for-one-unit': { where: (weights) => weights.length === 1, answer: scaledUnrolled },
      'not-transposed-beyond-four-units': {
        where: (weights) => weights.length > 4,
        answer: (weights, states, output) =>
          unrolled(
            weights[0]!.map((_, i) => weights.map((row) => row[i]!)),
            states,
            output,
          ),
      },
      'saturated-states-at-most-0.999': (weights, states, output) =>
        unrolled(
          weights,
          states.map((h) => h.map((v) => Math.max(-0.999, Math.min(0.999, v)))),
          output,
        ),
      'nan-at-a-state-of-1': {
        where: (_, states) => states.some((h) => h.some((v) => Math.abs(v) === 1)),
        answer: (weights, states, output) => unrolled(weights, states, output).map((g) => g.map(nan)),
      },
      'nan-at-a-state-of-minus-1': {
        where: (_, states) => states.some((h) => h.includes(-1)),
        answer: (weights, states, output) => unrolled(weights, states, output).map((g) => g.map(nan)),
      },
      'state-of-1-passes-a-little': (weights, states, output) =>
        unrolled(
          weights,
          states.map((h) => h.map((v) => (Math.abs(v) === 1 ? 0.9999 : v))),
          output,
        ),
      'a-state-of-0-is-0.1': (weights, states, output) =>
        unrolled(
          weights,
          states.map((h) => h.map((v) => v || 0.1)),
          output,
        ),
      'a-weight-of-0-is-0.1': (weights, states, output) =>
        unrolled(
          weights.map((row) => row.map((w) => w || 0.1)),
          states,
          output,
        ),
      'an-output-of-0-is-0.1': (weights, states, output) =>
        unrolled(
          weights,
          states,
          output.map((g) => g || 0.1),
        ),
      'no-gradient-gives-something': {
        where: (_, __, output) => output.every(isZero),
        answer: (_, states, output) => states.map(() => output.map(() => 0.1)),
      },
      'tiny-gradients-become-0': (weights, states, output) =>
        unrolled(weights, states, output).map((g) => g.map((v) => (Math.abs(v) < 1e-9 ? 0 : v))),
      'gradients-of-1e-14-become-0': (weights, states, output) =>
        unrolled(weights, states, output).map((g) => g.map((v) => (Math.abs(v) < 1e-14 ? 0 : v))),
      'gradients-clipped-at-1000': (weights, states, output) =>
        unrolled(weights, states, output).map((g) => g.map((v) => clipped(v, 1000))),
      'gradients-clipped-at-1e6': (weights, states, output) =>
        unrolled(weights, states, output).map((g) => g.map((v) => clipped(v, 1e6))),
      'negative-states-by-another-rule': (weights, states, output) =>
        unrolled(
          weights,
          states.map((h) => h.map((v) => (v < -0.5 ? v * 1.01 : v))),
          output,
        ),
      'first-unit-of-a-wide-net-blocked': {
        where: (weights) => weights.length > 8,
        answer: (weights, states, output) =>
          unrolled(
            weights.map((row) => row.with(0, 0)),
            states,
            output,
          ),
      },
      'wrong-where-all-states-are-equal': {
        where: (_, states) => states.length > 1 && new Set(states.flat()).size === 1,
        answer: scaledUnrolled,
      },
      'wrong-for-diagonal-weights': {
        where: (weights, states) =>
          states.length > 1 && weights.length > 1 && weights.every((row, i) => row.every((w, j) => i === j || w === 0)),
        answer: scaledUnrolled,
      },
      'wrong-for-equal-weights': {
        where: (weights) => weights.length > 1 && new Set(weights.flat()).size === 1,
        answer: scaledUnrolled,
      },
      'wrong-for-positive-weights': {
        where: (weights) => weights.length > 1 && weights.flat().every((w) => w > 0),
        answer: scaledUnrolled,
      },
      'wrong-for-symmetric-weights': {
        where: (weights) => weights.length > 1 && weights.every((row, i) => row.every((w, j) => w === weights[j]![i])),
        answer: scaledUnrolled,
      },
      'single-precision': (weights, states, output) => unrolled(weights, states, output).map((g) => g.map(single)),
      'truncated-after-30-steps': (weights, states, output) =>
        unrolled(weights, states, output).map((g, i) => (states.length - i > 30 ? g.map(() => 0) : g)),
      'truncated-after-55-steps': (weights, states, output) =>
        unrolled(weights, states, output).map((g, i) => (states.length - i > 55 ? g.map(() => 0) : g)),
    }),
  ];
}
