import { type NamedAnswer, mutants as of } from '../../grader/contract.ts';
import type { Initializer } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import { drawTruncated, truncatedLimit, truncatedStd } from '../../reference/truncated-normal.ts';
import type { Layer, Matrix } from '../../reference/types.ts';
import type { WeightFamily } from '../../reference/unit-input.ts';
import { moment } from '../../reference/variance.ts';
import { promised } from './distributions.ts';
import { type Setup, varianceOf } from './parameters.ts';
import type { InitializationTasks, NetworkArgs } from './reference.ts';

type Draw = Parameters<Initializer>[2];

/** For a function that keeps something from one call to the next. */
export function counter(): () => number {
  let calls = 0;
  return () => calls++;
}

/** In units of the standard deviation. */
type Change = (x: number, rng: Draw) => number;
/** The same to the weights of a layer. */
type LayerChange = (units: Matrix, rng: Draw) => Matrix;

const each =
  (change: Change): LayerChange =>
  (units, rng) =>
    units.map((row) => row.map((x) => change(x, rng)));

/** Few weights stay as they are: they have a few orders only, and a mean far from 0. */
const ofMany =
  (change: LayerChange): LayerChange =>
  (units, rng) =>
    units.flat().length < 1000 ? units : change(units, rng);

/** In the same order, and as evenly as a uniform can be: no sample's own noise is left for a law to meet by chance. */
function evened(units: Matrix): Matrix {
  const ranked = units.flat().toSorted((a, b) => a - b);
  const rank = new Map(ranked.map((x, k) => [x, k]));
  return units.map((row) => row.map((x) => Math.sqrt(3) * ((2 * rank.get(x)! + 1) / ranked.length - 1)));
}

/** With a mean of exactly 0: the small weights are moved, so that none leaves its limits. */
function centered(units: Matrix): Matrix {
  const all = units.flat();
  const isSmall = (x: number): boolean => Math.abs(x) < 1;
  const shift = (moment(all, 1) * all.length) / all.filter(isSmall).length;
  return units.map((row) => row.map((x) => (isSmall(x) ? x - shift : x)));
}

/** Far negative weights are now and then positive: the mean moves, the variance does not, the histogram hardly. */
const flipped =
  (bound: number, chance: number): Change =>
  (x, rng) =>
    x < -bound && rng.uniform() < chance ? -x : x;

/** Two narrow levels, and one in a hundred far out, so that mean, variance and the largest are right. */
const levels =
  (far: (u: number) => number, near: number): Change =>
  (x, rng) =>
    Math.sign(x) * (rng.uniform() < 0.01 ? far(rng.uniform()) : near + 0.001 * (rng.uniform() - 0.5));
const levelsWithEnds = levels((u) => truncatedLimit * (1 - 0.001 * u), 0.97876);
const levelsWithTails = levels((u) => 3.4 + 0.2 * u, 0.94147);

/** Narrower but for the ends. */
const narrowInside =
  (factor: number): Change =>
  (x) =>
    Math.abs(x) < 1.9 ? factor * x : x;

/** Of variance 1, and cut off at 2.02. */
const cutTooEarly: Change = (_, rng) => {
  let z = rng.normal();
  while (Math.abs(z) > 1.5) z = rng.normal();
  return z / 0.742643;
};

const changes: Readonly<Record<WeightFamily, Readonly<Record<string, LayerChange>>>> = {
  uniform: {
    'a-little-too-wide': each((x) => 1.008 * x),
    'four-percent-too-narrow': each((x) => 0.96 * x),
    'outer-weights-flipped': ofMany((units, rng) => each(flipped(0.93 * Math.sqrt(3), 0.6))(evened(units), rng)),
    'two-levels': each((x) => Math.sign(x) * (0.95 + 0.1 * (Math.abs(x) / Math.sqrt(3)))),
  },
  normal: {
    'six-percent-too-wide': each((x) => 1.06 * x),
    'outer-weights-flipped': ofMany((units, rng) => each(flipped(1.8, 0.45))(centered(units), rng)),
    'nothing-beyond-three': each((x) => (Math.abs(x) > 3 ? x / 2 : x)),
    'two-levels-and-tails': each(levelsWithTails),
  },
  truncated: {
    'now-and-then-beyond-the-end': each((x, rng) => (Math.abs(x) > 2 && rng.uniform() < 0.4 ? 1.15 * x : x)),
    'eight-percent-too-narrow-inside': each(narrowInside(0.92)),
    'outer-weights-flipped': ofMany((units, rng) => each(flipped(1.7, 0.4))(centered(units), rng)),
    'two-levels-and-the-ends': each(levelsWithEnds),
    'cut-off-too-early': each(cutTooEarly),
  },
};

const everyOtherRowRepeats = (matrix: Matrix): Matrix =>
  matrix.map((row, j) => (j % 2 === 1 ? [...matrix[j - 1]!] : row));

const weakened = (matrix: Matrix): Matrix => matrix.map((row) => row.map((w) => w / Math.sqrt(3)));

/** Below the fans of every law but that of fifty layers, and above those of the small ones. */
const isNarrow = (fanIn: number, fanOut: number): boolean => fanIn > 20 && Math.min(fanIn, fanOut) < 36;

export function weightMutants(t: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  return promised(t, setup).flatMap((promise) => {
    const right: Initializer = promise.task.answer;
    const changed = Object.entries(changes[promise.family.name]).map(([id, change]): [string, Initializer] => [
      id,
      (fanIn, fanOut, rng) => {
        const std = Math.sqrt(varianceOf(promise, fanIn, fanOut));
        const weights = right(fanIn, fanOut, rng);
        // Behind fifty ReLUs even a mean of 0.05 standard deviations adds up.
        if (isNarrow(fanIn, fanOut)) return weights;
        const units = weights.map((row) => row.map((w) => w / std));
        return change(units, rng).map((row) => row.map((x) => std * x));
      },
    ]);
    const calls = counter();
    return of(promise.task, {
      ...Object.fromEntries(changed),
      // Through many layers what repeats adds up as well.
      'every-other-row-repeats': (...args) =>
        isNarrow(args[0], args[1]) ? right(...args) : everyOtherRowRepeats(right(...args)),
      'narrow-layers-at-a-third-of-the-variance': (...args) =>
        isNarrow(args[0], args[1]) ? weakened(right(...args)) : right(...args),
      'small-layers-ignore-the-state': (fanIn, fanOut, rng) =>
        right(fanIn, fanOut, fanIn * fanOut <= 20 ? createRng(1) : rng),
      'generator-that-goes-on': (fanIn, fanOut) => right(fanIn, fanOut, createRng(calls())),
    });
  });
}

type NetworkAnswer = (sizes: NetworkArgs[0], activation: string, rng: Draw) => Layer[];

export function networkMutants(
  { initializeNetwork: task }: InitializationTasks,
  { isTruncated }: Setup,
): readonly NamedAnswer[] {
  const right: NetworkAnswer = task.answer;
  const withWeights =
    (change: (weights: Matrix, l: number) => Matrix): NetworkAnswer =>
    (sizes, activation, rng) =>
      right(sizes, activation, rng).map(({ weights, biases }, l) => ({ weights: change(weights, l), biases }));
  /** Changes what the normal distribution gives, in units of the weights' standard deviation. */
  const changedBy = (change: Change, rng: Draw): Draw => ({
    ...rng,
    normal: isTruncated
      ? () => change(drawTruncated(rng) / truncatedStd, rng) * truncatedStd
      : () => change(rng.normal(), rng),
  });
  const layerByLayer =
    (rngOf: (rng: Draw, l: number, fans: readonly [number, number]) => Draw): NetworkAnswer =>
    (sizes, activation, rng) =>
      sizes.slice(1).flatMap((fanOut, l) => right([sizes[l]!, fanOut], activation, rngOf(rng, l, [sizes[l]!, fanOut])));
  const drawnBy = (change: Change): NetworkAnswer =>
    layerByLayer((rng, _, fans) => (isNarrow(...fans) ? rng : changedBy(change, rng)));
  const ofFamily: { readonly [id: string]: NetworkAnswer } = isTruncated
    ? {
        'first-layers-eight-percent-too-narrow-inside': layerByLayer((rng, l) =>
          l < 2 ? changedBy(narrowInside(0.92), rng) : rng,
        ),
        'two-levels-and-the-ends': drawnBy(levelsWithEnds),
        'cut-off-too-early': drawnBy(cutTooEarly),
      }
    : {
        'first-layers-eight-percent-too-wide': withWeights((weights, l) =>
          l < 2 ? weights.map((row) => row.map((w) => 1.08 * w)) : weights,
        ),
        'two-levels-and-tails': drawnBy(levelsWithTails),
      };
  const calls = counter();
  return of(task, {
    ...ofFamily,
    'every-other-row-repeats': withWeights((weights) =>
      isNarrow(weights[0]!.length, weights.length) ? weights : everyOtherRowRepeats(weights),
    ),
    'a-third-of-the-variance-from-the-fifth-layer-on': withWeights((weights, l) =>
      l < 4 ? weights : weakened(weights),
    ),
    'small-nets-ignore-the-state': (sizes, activation, rng) =>
      right(sizes, activation, sizes.reduce((a, b) => a + b) <= 25 ? createRng(1) : rng),
    'generator-that-goes-on': (sizes, activation) => right(sizes, activation, createRng(calls())),
  });
}
