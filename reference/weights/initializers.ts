import type { RandomStream } from '../numerics/rng.ts';
import type { Matrix, Vector } from '../numerics/types.ts';
import { drawTruncated, truncatedStd } from './truncated-normal.ts';

/** Draws the weights of one layer, fanOut × fanIn. */
export type Initializer = (fanIn: number, fanOut: number, rng: RandomStream) => Matrix;

export type Mode = 'fanIn' | 'fanOut' | 'fanAvg';

/** Cut off at two standard deviations, a truncated normal is stretched to have the variance that was asked for. */
export type Distribution = 'uniform' | 'normal' | 'truncated';

type DrawRow = (length: number, std: number, rng: RandomStream) => Vector;

/** Each a loop of its own, so that V8 need not put every number that is drawn into an object: it is done millions of times. */
const rowBy: Readonly<Record<Distribution, DrawRow>> = {
  uniform(length, std, { uniform }) {
    const row: Vector = new Array(length);
    const limit = std * Math.sqrt(3);
    for (let i = 0; i < length; i++) row[i] = limit * (2 * uniform() - 1);
    return row;
  },
  normal(length, std, { normal }) {
    const row: Vector = new Array(length);
    for (let i = 0; i < length; i++) row[i] = std * normal();
    return row;
  },
  truncated(length, std, rng) {
    const row: Vector = new Array(length);
    const untruncated = std / truncatedStd;
    for (let i = 0; i < length; i++) row[i] = untruncated * drawTruncated(rng);
    return row;
  },
};

/** fanOut × fanIn weights of mean 0 and standard deviation `std`. */
export function drawWeights(
  distribution: Distribution,
  std: number,
  fanIn: number,
  fanOut: number,
  rng: RandomStream,
): Matrix {
  const drawRow = rowBy[distribution];
  const weights: Matrix = [];
  for (let j = 0; j < fanOut; j++) weights.push(drawRow(fanIn, std, rng));
  return weights;
}

/** Weights of mean 0 and variance scale / n, where n is fanIn, fanOut or their average. */
export const varianceScaling =
  (scale: number, mode: Mode, distribution: Distribution): Initializer =>
  (fanIn, fanOut, rng) => {
    const n = { fanIn, fanOut, fanAvg: (fanIn + fanOut) / 2 }[mode];
    return drawWeights(distribution, Math.sqrt(scale / n), fanIn, fanOut, rng);
  };

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
