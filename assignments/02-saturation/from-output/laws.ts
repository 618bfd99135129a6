import * as fc from 'fast-check';
import { equals, type Law } from '../../../grader/kit.ts';
import { derivative } from '../../../reference/numerics/finite-differences.ts';
import { type ComparedActivation, hasExactBounds } from '../activations/pair.ts';
import { isMeasurable, measuredSlope } from '../activations/smoothness.ts';
import type { SaturationTasks } from '../reference.ts';
import { decimal } from '../saturation/generators.ts';
import { absolute } from '../tanh/domain.ts';

/** Activations from end to end, in hundredths, with the ends themselves where they are exact. */
function activations(one: ComparedActivation): fc.Arbitrary<[a: number]> {
  const ends: readonly number[] = hasExactBounds(one) ? one.shape.bounds : [];
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
  ];
}
