import { matrixBy } from './linear-algebra.ts';
import type { RandomStream } from './rng.ts';
import { drawTruncated, truncatedStd } from './truncated-normal.ts';
import type { Matrix } from './types.ts';

/** Draws the weights of one layer, fanOut × fanIn. */
export type Initializer = (fanIn: number, fanOut: number, rng: RandomStream) => Matrix;

export type Mode = 'fanIn' | 'fanOut' | 'fanAvg';

/** Cut off at two standard deviations, a truncated normal is stretched to have the variance that was asked for. */
export type Distribution = 'uniform' | 'normal' | 'truncated';

/** Weights of mean 0 and variance scale / n, where n is fanIn, fanOut or their average. */
export function varianceScaling(scale: number, mode: Mode, distribution: Distribution): Initializer {
  return (fanIn, fanOut, rng) => {
    const n = { fanIn, fanOut, fanAvg: (fanIn + fanOut) / 2 }[mode];
    const std = Math.sqrt(scale / n);
    return matrixBy(fanOut, fanIn, drawsOf(distribution, std, rng));
  };
}

function drawsOf(distribution: Distribution, std: number, rng: RandomStream): () => number {
  switch (distribution) {
    case 'uniform':
      return () => std * Math.sqrt(3) * (2 * rng.uniform() - 1);
    case 'normal':
      return () => std * rng.normal();
    case 'truncated':
      return () => (std / truncatedStd) * drawTruncated(rng);
  }
}

/** U[−1/√fanIn, 1/√fanIn], LeCun's old rule: fanIn·Var(w) = 1/3. */
export const standardUniform = varianceScaling(1 / 3, 'fanIn', 'uniform');

/** Glorot & Bengio (2010), eq. 16: U[−√6/√(fanIn + fanOut), √6/√(fanIn + fanOut)]. */
export const xavierUniform = varianceScaling(1, 'fanAvg', 'uniform');

/** N(0, 2/(fanIn + fanOut)) */
export const xavierNormal = varianceScaling(1, 'fanAvg', 'normal');

/** He et al. (2015), eq. 10: N(0, 2/fanIn). */
export const heNormal = varianceScaling(2, 'fanIn', 'normal');

/** U[−√(6/fanIn), √(6/fanIn)] */
export const heUniform = varianceScaling(2, 'fanIn', 'uniform');
