import { remembered, type Violation } from '../../../grader/kit.ts';
import { shapeBounds, type WeightDistribution } from '../../../reference/weights/weight-distributions.ts';
import type { Part } from './parts.ts';
import { unlessWithin } from './weights.ts';

const boundsOf = remembered(shapeBounds);

/** Skewness and kurtosis of some weights are not those of a distribution. */
export function unlessOfShape({ tally }: Part, distribution: WeightDistribution, alpha: number): Violation | undefined {
  const { skewness, kurtosis } = boundsOf(distribution);
  const { count } = tally;
  return (
    unlessWithin(tally.skewness(distribution.kurtosis), 0, skewness(count, alpha / 2)) ??
    unlessWithin(tally.kurtosis(distribution.kurtosis), distribution.kurtosis, kurtosis(count, alpha / 2))
  );
}
