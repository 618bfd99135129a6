import { truncatedSquareEpsilon, uniformSquareEpsilon } from '../../../reference/concentration.ts';
import { chiSquareQuantiles, largestQuantile, normalCdf } from '../../../reference/statistics.ts';
import { truncatedCdf, truncatedLimit } from '../../../reference/truncated-normal.ts';
import type { WeightFamily } from '../../../reference/unit-input.ts';
import type { Scheme, Setup } from '../parameters.ts';
import type { InitializationTasks, InitializerTask } from '../reference.ts';

/** A family of distributions of mean 0 that a scale parameter tells apart, as it is with variance 1. */
export interface Family {
  readonly name: WeightFamily;
  readonly cdf: (x: number) => number;
  /** |mean of x² − 1| over N draws exceeds it with a probability of at most alpha. */
  readonly varianceEpsilon: (draws: number, alpha: number) => number;
  /** No draw is larger. */
  readonly limit: number;
  /** The largest of N draws falls short of it with a probability of alpha. */
  readonly reach: (draws: number, alpha: number) => number;
}

const cut = (x: number): number => Math.max(0, Math.min(1, x));
const reachOf =
  (cdf: Family['cdf'], limit: number): Family['reach'] =>
  (draws, alpha) =>
    largestQuantile(cdf, limit, draws, alpha);

const uniformLimit = Math.sqrt(3);
const uniformCdf = (x: number): number => cut((1 + x / uniformLimit) / 2);

export const uniform: Family = {
  name: 'uniform',
  cdf: uniformCdf,
  // x² is 3u² for u in [−1, 1].
  varianceEpsilon: (draws, alpha) => 3 * uniformSquareEpsilon(draws, alpha),
  limit: uniformLimit,
  reach: reachOf(uniformCdf, uniformLimit),
};

export const normal: Family = {
  name: 'normal',
  cdf: normalCdf,
  // Σ x² is χ² with N degrees of freedom. Its quantiles are not symmetric: the wider side serves for both.
  varianceEpsilon: (draws, alpha) => {
    const { low, high } = chiSquareQuantiles(draws, alpha / 2);
    return Math.max(1 - low / draws, high / draws - 1);
  },
  limit: Number.POSITIVE_INFINITY,
  reach: reachOf(normalCdf, 10),
};

/** Cut off at two standard deviations, and stretched to have variance 1. */
const truncated: Family = {
  name: 'truncated',
  cdf: truncatedCdf,
  varianceEpsilon: truncatedSquareEpsilon,
  limit: truncatedLimit,
  reach: reachOf(truncatedCdf, truncatedLimit),
};

/** What the normal initializers of a variant draw. */
export const normalFamilyOf = ({ isTruncated }: Setup): Family => (isTruncated ? truncated : normal);

/** What one initializer promises. */
export interface Promised extends Scheme {
  readonly task: InitializerTask;
  readonly family: Family;
  readonly varianceLaw: string;
  readonly depthLaw: string;
}

const fans = { fanIn: 'fan-in', fanOut: 'fan-out', fanAvg: 'mean-fan' } as const;

/** The five initializers: two families, three variances. */
export function promised(t: InitializationTasks, setup: Setup): readonly Promised[] {
  const { schemes, isRelu, standardLimit } = setup;
  const normalFamily = normalFamilyOf(setup);
  const standard = {
    ...schemes.standard,
    varianceLaw: `variance-is-${standardLimit === 1 ? 'a' : 'the-limits'}-third-over-fan-in`,
    depthLaw: 'decay-by-depth',
  };
  const balanced = {
    ...schemes.balanced,
    varianceLaw: `variance-is-one-over-${fans[schemes.balanced.mode]}`,
    depthLaw: 'linear-depth',
  };
  const gained = {
    ...schemes.gained,
    varianceLaw: `variance-is-${isRelu ? 'two' : 'gain'}-over-${fans[schemes.gained.mode]}`,
    depthLaw: isRelu ? 'relu-depth' : 'activation-depth',
  };
  return [
    { task: t.standardUniform, family: uniform, ...standard },
    { task: t.xavierUniform, family: uniform, ...balanced },
    { task: t.xavierNormal, family: normalFamily, ...balanced },
    { task: t.heNormal, family: normalFamily, ...gained },
    { task: t.heUniform, family: uniform, ...gained },
  ];
}
