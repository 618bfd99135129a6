import * as fc from 'fast-check';
import { equals, type Law, pure, type Tolerance } from '../../../grader/kit.ts';
import { derivative } from '../../../reference/finite-differences.ts';
import type { ComparedActivation } from '../activations/pair.ts';
import { isMeasurable, measuredSlope } from '../activations/smoothness.ts';
import type { SaturationTasks } from '../reference.ts';
import { decimal } from '../saturation/generators.ts';

/** As the contract asks of tanh. */
const absolute: Tolerance = { relative: 0, absolute: 1e-12 };

/** The bounds of the activations, where a unit is saturated for good, if they are numbers that a formula meets exactly. */
export function exactBounds({ member, shape }: ComparedActivation): readonly number[] {
  // Under a root, 1 − B(a/A)² may come out below 0 there; and what is searched for is nowhere.
  const isExact = member !== undefined && (member.family !== 'root' || (member.A === 1 && member.B === 1));
  return isExact ? shape.bounds : [];
}

/** Activations from end to end, in hundredths, with the ends themselves where they are exact. */
function activations(one: ComparedActivation): fc.Arbitrary<[a: number]> {
  const ends = exactBounds(one);
  const [lower, upper] = one.shape.bounds.map((bound) => (ends.length > 0 ? bound : 0.999 * bound)) as [number, number];
  const between = decimal(Math.ceil(100 * lower) / 100, Math.floor(100 * upper) / 100, 2);
  return fc.tuple(ends.length > 0 ? fc.oneof({ withCrossShrink: true }, between, fc.constantFrom(...ends)) : between);
}

/** A derivative as a function of the activation. */
export function fromOutputLaws(task: SaturationTasks['firstFromOutput'], one: ComparedActivation): Law[] {
  const { activate, inverse, bounds } = one.shape;
  const measurable = isMeasurable(one);
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
      inputs: fc.tuple(decimal(lower + margin, upper - margin, 3).filter((a) => measurable(inverse(a)))),
      expected: (a) => derivative(activate, inverse(a)),
      tolerance: measuredSlope,
    }),
    pure(task, activations(one)),
  ];
}
