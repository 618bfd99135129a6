import { truncatedLimit } from '../../../../reference/truncated-normal.ts';
import type { Matrix } from '../../../../reference/types.ts';
import { inUnits } from '../weights.ts';
import type { Draw } from './wrong-weights.ts';

/** What is made of one weight, in units of the standard deviation. */
export type Change = (x: number, rng: Draw) => number;

/** Changes the weights of a layer, in units of the standard deviation, where they are: nobody else has them. */
export type LayerChange = (units: Matrix, rng: Draw) => void;

export const each =
  (change: Change): LayerChange =>
  (units, rng) => {
    for (const row of units) for (let i = 0; i < row.length; i++) row[i] = change(row[i]!, rng);
  };

const after =
  (...changes: readonly LayerChange[]): LayerChange =>
  (units, rng) => {
    for (const change of changes) change(units, rng);
  };

/** In the same order, and as evenly as a uniform can be: no sample's own noise is left for a law to meet by chance. */
const evened: LayerChange = (units, rng) => {
  const ranked = inUnits(units).sort();
  each((x) => Math.sqrt(3) * ((2 * rankOf(x, ranked) + 1) / ranked.length - 1))(units, rng);
};

/** How many are smaller. */
function rankOf(x: number, ranked: Float64Array): number {
  let [low, high] = [0, ranked.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranked[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isSmall = (x: number): boolean => Math.abs(x) < 1;

/** With a mean of exactly 0: the small weights are moved, so that none leaves its limits. */
const centered: LayerChange = (units, rng) => {
  let [sum, small] = [0, 0];
  for (const row of units) {
    for (let i = 0; i < row.length; i++) {
      sum += row[i]!;
      if (isSmall(row[i]!)) small += 1;
    }
  }
  each((x) => (isSmall(x) ? x - sum / small : x))(units, rng);
};

/** Far negative weights are now and then positive: the mean moves, the variance does not, the histogram hardly. */
const flipped = (bound: number, chance: number): LayerChange =>
  each((x, rng) => (x < -bound && rng.uniform() < chance ? -x : x));

export const outerUniformFlipped = after(evened, flipped(0.93 * Math.sqrt(3), 0.6));
export const outerNormalFlipped = after(centered, flipped(1.8, 0.45));
export const outerTruncatedFlipped = after(centered, flipped(1.7, 0.4));

/** Two narrow levels, and one in a hundred far out, so that mean, variance and the largest are right. */
const levels =
  (far: (u: number) => number, near: number): Change =>
  (x, rng) =>
    Math.sign(x) * (rng.uniform() < 0.01 ? far(rng.uniform()) : near + 0.001 * (rng.uniform() - 0.5));
export const levelsWithEnds = levels((u) => truncatedLimit * (1 - 0.001 * u), 0.97876);
export const levelsWithTails = levels((u) => 3.4 + 0.2 * u, 0.94147);

/** Narrower but for the ends. */
export const narrowInside =
  (factor: number): Change =>
  (x) =>
    Math.abs(x) < 1.9 ? factor * x : x;

/** Of variance 1, and cut off at 2.02. */
export const cutTooEarly: Change = (_, rng) => {
  let z = rng.normal();
  while (Math.abs(z) > 1.5) z = rng.normal();
  return z / 0.742643;
};

export const everyOtherRowRepeats = (matrix: Matrix): Matrix =>
  matrix.map((row, j) => (j % 2 === 1 ? [...matrix[j - 1]!] : row));

/** Changes the weights where they are, as a mutant's own. */
export const scaledBy =
  (factor: number) =>
  (matrix: Matrix): Matrix => {
    for (const row of matrix) for (let i = 0; i < row.length; i++) row[i]! *= factor;
    return matrix;
  };
export const weakened = scaledBy(1 / Math.sqrt(3));

/** The layers of the exact laws, those in which a signal goes through fifty, and those of the other statistical laws. */
export type Size = 'small' | 'narrow' | 'large';
export const sizeOf = (fanIn: number, fanOut: number): Size => {
  const weights = fanIn * fanOut;
  if (weights <= 36) return 'small';
  return weights < 1000 ? 'narrow' : 'large';
};

/** For a function that keeps something from one call to the next. */
export function counter(): () => number {
  let calls = 0;
  return () => calls++;
}
