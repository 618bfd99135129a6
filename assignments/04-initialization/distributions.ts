import { uniformSquareEpsilon } from '../../reference/concentration.ts';
import type { Gate } from '../../reference/log-gain.ts';
import { chiSquareQuantiles, normalCdf } from '../../reference/statistics.ts';
import type { InitializationTasks, InitializerTask } from './reference.ts';

/** A family of distributions of mean 0 that a scale parameter tells apart, as it is with variance 1. */
export interface Family {
  readonly cdf: (x: number) => number;
  /** |mean of x² − 1| over N draws exceeds it with a probability of at most alpha. */
  readonly varianceEpsilon: (draws: number, alpha: number) => number;
}

const cut = (x: number): number => Math.max(0, Math.min(1, x));

export const uniform: Family = {
  cdf: (x) => cut((1 + x / Math.sqrt(3)) / 2),
  // x² is 3u² for u in [−1, 1].
  varianceEpsilon: (draws, alpha) => 3 * uniformSquareEpsilon(draws, alpha),
};

export const normal: Family = {
  cdf: normalCdf,
  // Σ x² is χ² with N degrees of freedom. Its quantiles are not symmetric: the wider side serves for both.
  varianceEpsilon: (draws, alpha) => {
    const { low, high } = chiSquareQuantiles(draws, alpha / 2);
    return Math.max(1 - low / draws, high / draws - 1);
  },
};

/** What one initializer promises. */
export interface Promised {
  readonly task: InitializerTask;
  readonly family: Family;
  /** n·Var(w) of its weights; n is the fan-in, or the mean of both fans. */
  readonly scale: number;
  readonly n: (fanIn: number, fanOut: number) => number;
  readonly varianceLaw: string;
  readonly depthLaw: string;
  /** Behind every layer a ReLU, or nothing. */
  readonly gate: Gate;
}

const fanIn: Promised['n'] = (inputs) => inputs;
const fanAvg: Promised['n'] = (inputs, outputs) => (inputs + outputs) / 2;

export const varianceOf = ({ scale, n }: Scheme, inputs: number, outputs: number): number => scale / n(inputs, outputs);

/** What the two initializers of one name have in common. */
export type Scheme = Omit<Promised, 'task' | 'family'>;

const standard: Scheme = {
  scale: 1 / 3,
  n: fanIn,
  varianceLaw: 'variance-is-a-third-over-fan-in',
  depthLaw: 'decay-by-depth',
  gate: 'open',
};
export const xavier: Scheme = {
  scale: 1,
  n: fanAvg,
  varianceLaw: 'variance-is-one-over-mean-fan',
  depthLaw: 'linear-depth',
  gate: 'open',
};
export const he: Scheme = {
  scale: 2,
  n: fanIn,
  varianceLaw: 'variance-is-two-over-fan-in',
  depthLaw: 'relu-depth',
  gate: 'half',
};

/** The five initializers: two families, three variances. */
export const promised = (t: InitializationTasks): readonly Promised[] => [
  { task: t.standardUniform, family: uniform, ...standard },
  { task: t.xavierUniform, family: uniform, ...xavier },
  { task: t.xavierNormal, family: normal, ...xavier },
  { task: t.heNormal, family: normal, ...he },
  { task: t.heUniform, family: uniform, ...he },
];
