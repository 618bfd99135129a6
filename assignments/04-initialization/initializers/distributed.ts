import type { Violation } from '../../../grader/kit.ts';
import { dkwEpsilon } from '../../../reference/statistics/concentration.ts';
import { Histogram } from '../../../reference/statistics/kolmogorov.ts';
import type { WeightDistribution } from '../../../reference/weights/weight-distributions.ts';
import { firstOf, unlessWithin } from './weights.ts';

/** `Rng` gives numbers of 32 bits: no distribution function is nearer to a continuous one than that. */
const resolution = 2 ** -32;

/** Weights, and a call that drew some of them. */
interface Drawn {
  readonly units: Float64Array;
  readonly call: number;
  readonly path?: string;
}

/**
 * The histogram of all weights is not that of a distribution, or that of a group of them is not: expected is a distance of
 * at most ε. All of them are in one of the groups.
 */
export function unlessDistributed(
  groups: readonly (readonly Drawn[])[],
  distribution: WeightDistribution,
  alpha: number,
): Violation | undefined {
  const all = new Histogram();
  const within = (histogram: Histogram, share: number): Violation | undefined =>
    unlessWithin(histogram.distance(distribution), 0, dkwEpsilon(histogram.count, share) + resolution);
  const ofOne = firstOf(groups, (group) => {
    const histogram = new Histogram();
    for (const { units } of group) histogram.add(units);
    all.merge(histogram);
    const violation = within(histogram, alpha / 2 / groups.length);
    const { call = 0, path } = group[0] ?? {};
    return violation && { ...violation, call, ...(path !== undefined && { path }) };
  });
  return ofOne ?? within(all, alpha / 2);
}
