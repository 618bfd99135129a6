import * as fc from 'fast-check';
import { equals, type Law } from '../../../grader/kit.ts';
import type { Moments } from '../../../reference/statistics/variance.ts';
import { tenths } from '../initializers/generators.ts';
import type { InitializationTasks } from '../reference.ts';
import { differences, products } from './domain.ts';

const mean = fc.tuple(tenths(0.1, 3), fc.boolean()).map(([size, isNegative]) => (isNegative ? -size : size));
const variance = tenths(0.1, 4);
const moments = (of: fc.Arbitrary<number>): fc.Arbitrary<Moments> => fc.record({ mean: of, variance });
const pairOf = (of: fc.Arbitrary<number>) => fc.tuple(moments(of), moments(of));

/**
 * The variance of w·x where both take the two values mean ± std, each as likely: four products, weighed alike. The
 * formula does not ask for more of a distribution than its moments, so these will do.
 */
function enumerated(w: Moments, x: Moments): number {
  const values = ({ mean: center, variance: square }: Moments) => [
    center - Math.sqrt(square),
    center + Math.sqrt(square),
  ];
  const all = values(w).flatMap((a) => values(x).map((b) => a * b));
  const average = all.reduce((sum, value) => sum + value, 0) / 4;
  return all.reduce((sum, value) => sum + (value - average) ** 2, 0) / 4;
}

const weightVariance = fc.integer({ min: 1, max: 200 }).map((k) => k / 100);
const fadingVariance = fc.integer({ min: 1, max: 10 }).map((k) => k / 100);
const fanIn = fc.integer({ min: 1, max: 60 });

export function varianceLaws(
  { productVariance, layerVariance, varianceByDepth }: InitializationTasks,
  depth: number,
): Law[] {
  const layer = fc.tuple(fanIn, weightVariance, variance);
  const layersOf = (minDepth: number, maxDepth: number) =>
    fc.tuple(fc.integer({ min: minDepth, max: maxDepth }), fanIn, weightVariance, variance);
  const manyLayers = { min: 20, max: Math.max(40, depth - 10) };
  /** n·Var(w) of 0.01 to 0.4: by chance alone most nets explode. */
  const fading = fc.tuple(fc.integer(manyLayers), fc.integer({ min: 1, max: 4 }), fadingVariance, variance);
  return [
    equals('product-with-means', productVariance, {
      inputs: pairOf(mean),
      expected: enumerated,
      tolerance: differences,
      probes: true,
    }),
    equals('product-of-centered', productVariance, {
      inputs: pairOf(fc.constant(0)),
      expected: enumerated,
      tolerance: differences,
    }),
    equals('variance-of-a-layer', layerVariance, {
      inputs: layer,
      expected: layerVariance.answer,
      tolerance: products,
      probes: true,
    }),
    equals('variance-by-layers', varianceByDepth, {
      inputs: layersOf(1, 6),
      expected: varianceByDepth.answer,
      tolerance: products,
      probes: true,
    }),
    equals('variance-far-down', varianceByDepth, {
      // n·Var(w) down to 0.01 and up to 120: from 1e-80 to 1e83 after forty layers, from 1e-180 to 1e187 after ninety.
      inputs: fc.oneof(layersOf(manyLayers.min, manyLayers.max), fading),
      expected: varianceByDepth.answer,
      tolerance: products,
    }),
  ];
}
