import type { Matrix } from '../../../../reference/numerics/types.ts';
import { shapeBounds, type WeightDistribution } from '../../../../reference/weights/weight-distributions.ts';
import type { Draw } from './wrong-weights.ts';

/** Changes the weights of a layer, in units of the standard deviation, where they are: nobody else has them. */
export type LayerChange = (units: Matrix, rng: Draw) => void;

/** What is made of one weight. */
type Change = (x: number, rng: Draw) => number;

export const each =
  (change: Change): LayerChange =>
  (units, rng) => {
    for (const row of units) for (let i = 0; i < row.length; i++) row[i] = change(row[i]!, rng);
  };

/** Mostly positive: the mean moves, variance and limits stay. */
export const mostlyPositive =
  (chance: number): Change =>
  (x, rng) =>
    rng.uniform() < chance ? Math.abs(x) : x;

/**
 * First weights are positive that would be among the lowest eighth: their mean moves by 0.4 standard deviations, while the
 * distribution of all weights moves by too little for whoever looks at them together, however many are first ones.
 */
export const firstSeldomLow =
  ({ cdf }: WeightDistribution): LayerChange =>
  (units) => {
    const [row] = units;
    if (row && cdf(row[0]!) < 1 / 8) row[0] = -row[0]!;
  };

/** In the middle of steps, and a little beside: moments stay, no two weights are equal, and the ends are as they were. */
export const inSteps = ({ limit }: WeightDistribution): Change => {
  const step = (Number.isFinite(limit) ? limit : 1.7) / 14;
  return (x, rng) => {
    const k = Math.floor(Math.abs(x) / step);
    return k > 12 ? x : Math.sign(x) * (k + 0.5 + 0.01 * (rng.uniform() - 0.5)) * step;
  };
};

/** As often a weight is drawn again, at most. */
const mostTries = 100;

/**
 * With a larger kurtosis, and the same mean, variance and limits: drawn with the density times 1 + c·g(x), where g is the
 * polynomial of degree 4 that is orthogonal to 1 and x². So many weights have to tell it.
 */
export function peaked(distribution: WeightDistribution, weights: number, draw: (rng: Draw) => number): Change {
  const { kurtosis, sixth, eighth, limit } = distribution;
  const a = (sixth - kurtosis) / (kurtosis - 1);
  const b = kurtosis - a;
  const g = (x: number): number => x ** 4 - a * x * x - b;
  const ofG = eighth - 2 * a * sixth - 2 * b * kurtosis + a * a * kurtosis + 2 * a * b + b * b;
  const c = (1.6 * shapeBounds(distribution).kurtosis(weights, 1e-12)) / ofG;
  const most = 1 + c * g(Math.min(limit, 4));
  return (x, rng) => {
    let drawn = x;
    for (let tries = 0; tries < mostTries; tries++) {
      if (rng.uniform() * most < 1 + c * g(drawn)) return drawn;
      drawn = draw(rng);
    }
    return drawn;
  };
}

/** What is beyond is half as large. */
export const nothingBeyond =
  (end: number): Change =>
  (x) =>
    Math.abs(x) > end ? x / 2 : x;

/** Every other row is half made of the one before, up to a digit that no one looks at. */
export const rowsHalfCopied: LayerChange = (units, rng) => {
  for (let j = 1; j < units.length; j += 2) {
    const [row, before] = [units[j]!, units[j - 1]!];
    for (let i = 0; i < row.length; i++) {
      if (rng.uniform() < 0.5) row[i] = before[i]! * (1 - 1e-6 * rng.uniform());
    }
  }
};

/** To four digits behind the point. */
export const rounded: Change = (x) => Math.trunc(x * 1e4) / 1e4;

/** A little too wide or too narrow, and of a truncated normal not the ends: only the variance of very many shows it. */
export const alittleOff = ({ name }: WeightDistribution): Change => {
  const factor = { normal: 1.03, uniform: 0.98, truncated: 0.97 }[name];
  return (x) => (name === 'truncated' && (Math.abs(x) < 0.8 || Math.abs(x) > 2.12) ? x : factor * x);
};

/** Weights near the end are now and then beyond it. */
export const beyondTheEnd =
  ({ limit }: WeightDistribution): Change =>
  (x, rng) =>
    Math.abs(x) > 0.9 * limit && rng.uniform() < 0.5 ? 1.12 * x : x;

/** Just short of what so many draws reach. */
export const endOf = ({ name, limit }: WeightDistribution): number => (name === 'normal' ? 3.5 : 0.985 * limit);

/** Changes the weights where they are, as a mutant's own. */
export const scaledBy =
  (factor: number) =>
  (matrix: Matrix): Matrix => {
    for (const row of matrix) for (let i = 0; i < row.length; i++) row[i]! *= factor;
    return matrix;
  };

/** For a function that keeps something from one call to the next. */
export function counter(): () => number {
  let calls = 0;
  return () => calls++;
}
