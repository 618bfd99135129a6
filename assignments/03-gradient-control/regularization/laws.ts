import * as fc from 'fast-check';
import { equals, firstDifference, type Law, law, remembered, type Tolerance } from '../../../grader/kit.ts';
import { layerGradients } from '../../../reference/numerics/finite-differences.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import { layersOf } from './generators.ts';

/** A sum of squares has no terms that cancel; it is off by some 1e-15 of itself, in whatever order it is taken. */
const sumOfSquares: Tolerance = { relative: 1e-9, absolute: 0 };

/**
 * What central differences leave of a parabola: no truncation, but the rounding of the penalty P. A sum of up to 48
 * terms is off by at most 48·1.1e-16·P = 5.3e-15·P, which the difference quotients with steps of 5e-4 and 1e-3 turn into
 * 1.6e-11·P.
 */
const measuredSlope = (penalty: number): Tolerance => ({ relative: 1e-9, absolute: 2e-11 * penalty });

type RegularizationArgs = [layers: Layer[], lambda: number];

const inputs: fc.Arbitrary<RegularizationArgs> = fc.tuple(layersOf, fc.constantFrom(0.5, 0.1, 0.01, 2, 3));

export function regularizationLaws({ l2Penalty: penalty, l2Gradient: gradient }: GradientControlTasks): Law[] {
  const measured = remembered(([layers, lambda]: RegularizationArgs) =>
    layerGradients((moved) => penalty.answer([...moved], lambda), layers),
  );
  return [
    equals('l2-penalty-definition', penalty, {
      inputs,
      expected: penalty.answer,
      tolerance: sumOfSquares,
      probes: true,
    }),
    law('l2-slope', gradient, {
      inputs,
      runs: 60,
      probes: true,
      calls: (args) => [args],
      check(args, { values: [received = []] }) {
        const weightsOf = (list: readonly Layer[]) => list.map(({ weights }) => ({ weights }));
        return firstDifference(weightsOf(measured(args)), weightsOf(received), measuredSlope(penalty.answer(...args)));
      },
    }),
    law('l2-biases', gradient, {
      inputs,
      calls: (args) => [args],
      check([layers], { values: [received = []] }) {
        const zeros = layers.map(({ biases }) => ({ biases: biases.map(() => 0) }));
        // How many layers there are is for the slopes to say.
        const biases = received.slice(0, zeros.length).map((layer) => ({ biases: layer.biases }));
        return firstDifference(zeros.slice(0, biases.length), biases, { relative: 0, absolute: 0 });
      },
    }),
  ];
}
