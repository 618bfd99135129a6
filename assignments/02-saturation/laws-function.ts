import * as fc from 'fast-check';
import { equals, isClose, type Law, law, pure, type Tolerance } from '../../grader/kit.ts';
import { derivative } from '../../reference/finite-differences.ts';
import type { Compared } from './compared.ts';
import { decimal } from './generators.ts';
import type { SaturationTasks } from './reference.ts';

/** What the contract asks of tanh: |error| ≤ 1e-12. A few roundings of numbers of that size leave some 1e-16. */
const absolute: Tolerance = { relative: 0, absolute: 1e-12 };

/** What fourth-order central differences leave (reference/finite-differences.ts), with a margin of a thousand. */
const measuredSlope: Tolerance = { relative: 1e-6, absolute: 1e-9 };

/**
 * Whether the slope has a corner at 0, as that of z / (1 + |z|) has: next to 0 it falls by 2B of itself there and by
 * about B² times the distance elsewhere, with B from 0.04 to 10 for the widths that are allowed.
 */
function hasCorner({ shape: { derivative: slope, steepest } }: Compared): boolean {
  const next = 1e-4;
  return (steepest - slope(next)) / (steepest * next) > 0.03;
}

/** Where finite differences measure a slope: not across a corner at 0, with steps of 0.001 to both sides. */
function measurable(one: Compared): (z: number) => boolean {
  const nearest = hasCorner(one) ? 0.002 : 0;
  return (z) => Math.abs(z) >= nearest;
}

/** Those of the given numbers that are asked about; the farthest one where there is none. */
function within(numbers: readonly number[], { limit }: Compared): readonly number[] {
  const inside = numbers.filter((z) => z <= limit);
  return (inside.length > 0 ? inside : [limit]).flatMap((z) => [z, -z]);
}

/** The function that students write, and its derivative. */
export function valueLaws({ value, slope }: SaturationTasks, second: Compared): Law[] {
  const middle = second.shape.activate(0);
  const z = fc.tuple(decimal(-20, 20));
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
    pure(value, z),
    equals(`${second.id}-slope`, slope, {
      // Between the tenths as well, where a table would show.
      inputs: fc.tuple(decimal(-4, 4, 2).filter(measurable(second))),
      expected: (at) => derivative(value.answer, at),
      tolerance: measuredSlope,
      probes: true,
    }),
    equals(`${second.id}-derivative-everywhere`, slope, {
      inputs: fc.tuple(
        fc.oneof({ withCrossShrink: true }, decimal(-20, 20), fc.constantFrom(...within([400, 1e4], second))),
      ),
      expected: slope.answer,
      tolerance: absolute,
    }),
    pure(slope, z),
  ];
}

/** The bounds of the activations, where a unit is saturated for good, if they are numbers that a formula meets exactly. */
export function exactBounds({ member, shape }: Compared): readonly number[] {
  // Under a root, 1 − B(a/A)² may come out below 0 there; and what is searched for is nowhere.
  const isExact = member !== undefined && (member.family !== 'root' || (member.A === 1 && member.B === 1));
  return isExact ? shape.bounds : [];
}

/** Activations from end to end, in hundredths, with the ends themselves where they are exact. */
function activations(one: Compared): fc.Arbitrary<[a: number]> {
  const ends = exactBounds(one);
  const [lower, upper] = one.shape.bounds.map((bound) => (ends.length > 0 ? bound : 0.999 * bound)) as [number, number];
  const between = decimal(Math.ceil(100 * lower) / 100, Math.floor(100 * upper) / 100, 2);
  return fc.tuple(ends.length > 0 ? fc.oneof({ withCrossShrink: true }, between, fc.constantFrom(...ends)) : between);
}

/** A derivative as a function of the activation. */
export function fromOutputLaws(task: SaturationTasks['firstFromOutput'], one: Compared): Law[] {
  const { activate, inverse, bounds } = one.shape;
  const isMeasurable = measurable(one);
  const [lower, upper] = bounds;
  const margin = 0.01 * Math.max(-lower, upper);
  return [
    equals(`${one.id}-from-output`, task, {
      inputs: activations(one),
      expected: task.answer,
      tolerance: absolute,
      probes: true,
    }),
    equals(`${one.id}-from-output-is-its-slope`, task, {
      inputs: fc.tuple(decimal(lower + margin, upper - margin, 3).filter((a) => isMeasurable(inverse(a)))),
      expected: (a) => derivative(activate, inverse(a)),
      tolerance: measuredSlope,
    }),
    pure(task, activations(one)),
  ];
}
