import * as fc from 'fast-check';
import {
  type Data,
  equals,
  exact,
  firstDifference,
  isClose,
  type Law,
  law,
  type Task,
  type Tolerance,
} from '../../../grader/kit.ts';
import { globalNorm, type Norm } from '../../../reference/nets/clipping.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { decimal, tenths } from '../numbers.ts';
import type { GradientControlTasks } from '../reference.ts';
import { byNorm, type GradientKind, manyVectors, oneVector } from './generators.ts';

/** A few roundings; the absolute part is for formulas whose terms cancel, as (|g + c| − |g − c|)/2. */
const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-12 };

/**
 * maxNorm/(‖g‖ + 1e-6), as in PyTorch, is accepted for maxNorm/‖g‖: less by the share 1e-6/(‖g‖ + 1e-6), which is
 * below 1e-5 for norms of at least 0.1. The tenth more covers the rounding.
 */
const epsilonInDenominator: Tolerance = { relative: 1.1e-5, absolute: 0 };

function clipByValueLaws({ clipByValue: task }: GradientControlTasks): Law[] {
  const inputs: fc.Arbitrary<[gradient: Vector, limit: number]> = fc.tuple(
    fc.array(decimal(3), { minLength: 1, maxLength: 5 }),
    tenths(0.1, 2.5),
  );
  /** Looks at some of the entries; the others are another law's. */
  const entryLaw = (id: string, isMeant: (value: number, limit: number) => boolean): Law =>
    law(id, task, {
      inputs,
      probes: true,
      calls: (args) => [args],
      check([gradient, limit], { values: [received = []] }) {
        const right = task.answer(gradient, limit);
        const looked = received.map((value, i) => (isMeant(gradient[i] ?? 0, limit) ? value : (right[i] ?? value)));
        return firstDifference(right, looked, arithmetic);
      },
    });
  return [
    entryLaw('clip-value-inside', (value, limit) => Math.abs(value) <= limit),
    entryLaw('clip-value-outside', (value, limit) => Math.abs(value) > limit),
  ];
}

/** v/‖v‖₂ of all vectors together, and a zero for a zero: the same direction whatever is clipped by. */
function direction(vectors: readonly Vector[]): Vector[] {
  const norm = globalNorm(vectors);
  return vectors.map((v) => v.map((value) => (norm === 0 ? 0 : value / norm)));
}

/**
 * What makes clipping by a norm what it is, for one vector and for many: unchanged below the limit and at it, beyond it
 * of norm maxNorm and of the old direction, and 0 where there is no direction. The five leave each other nothing out,
 * and none says what another says.
 */
function normLaws<Gradient extends Data>(
  prefix: string,
  task: Task<[gradient: Gradient, maxNorm: number], Gradient>,
  kind: GradientKind<Gradient>,
  norm: Norm,
): Law[] {
  const { asList } = kind;
  const { inside, outside, atTheLimit } = byNorm(kind, norm);
  const unchanged = (gradient: Gradient): Gradient => gradient;
  return [
    equals(`${prefix}-inside`, task, {
      inputs: inside,
      expected: unchanged,
      tolerance: epsilonInDenominator,
      probes: true,
    }),
    law(`${prefix}-length`, task, {
      inputs: outside,
      probes: true,
      calls: (args) => [args],
      check([, maxNorm], { values: [clipped] }) {
        const length = clipped === undefined ? Number.NaN : globalNorm(asList(clipped), norm);
        return isClose(maxNorm, length, epsilonInDenominator)
          ? undefined
          : { expected: maxNorm, received: length, quantity: '‖g‖' };
      },
    }),
    law(`${prefix}-direction`, task, {
      inputs: outside,
      calls: (args) => [args],
      check: ([gradient], { values: [clipped] }) =>
        // One factor for all entries drops out of the direction, whichever it is.
        firstDifference(direction(asList(gradient)), clipped && direction(asList(clipped)), arithmetic),
    }),
    equals(`${prefix}-at-the-limit`, task, {
      inputs: atTheLimit,
      expected: unchanged,
      tolerance: epsilonInDenominator,
      runs: 20,
    }),
    equals(`${prefix}-zero`, task, {
      inputs: fc.tuple(kind.zero, tenths(0.1, 3)),
      expected: unchanged,
      tolerance: exact,
      runs: 20,
    }),
  ];
}

export const clippingLaws = (tasks: GradientControlTasks, norm: Norm): Law[] => [
  ...clipByValueLaws(tasks),
  ...normLaws('clip-norm', tasks.clipByNorm, oneVector, norm),
  ...normLaws('global-norm', tasks.clipByGlobalNorm, manyVectors, norm),
];
