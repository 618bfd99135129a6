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

/** In the same order, and as evenly as a uniform can be: no sample's own noise is left for a law to meet by chance. */
function evened(units: Matrix): Matrix {
  const ranked = Float64Array.from(units.flat()).sort();
  const rank = new Map(Array.from(ranked, (x, k) => [x, k]));
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

/** The layers of the exact laws, those in which a signal goes through fifty, and those of the other statistical laws. */
type Size = 'small' | 'narrow' | 'large';
const sizeOf = (fanIn: number, fanOut: number): Size => {
  const weights = fanIn * fanOut;
  if (weights <= 36) return 'small';
  return weights < 1000 ? 'narrow' : 'large';
};
const areOf =
  (size: Size) =>
  (...fans: readonly [fanIn: number, fanOut: number, rng: unknown]): boolean =>
    sizeOf(fans[0], fans[1]) === size;

/** Beyond what is allowed: the exact laws show it, and see to it in small layers. */
const tooFar: Readonly<Record<WeightFamily, Readonly<Record<string, LayerChange>>>> = {
  uniform: { 'a-little-too-wide': each((x) => 1.008 * x) },
  normal: {},
  truncated: {
    'now-and-then-beyond-the-end': each((x, rng) => (Math.abs(x) > 2 && rng.uniform() < 0.4 ? 1.15 * x : x)),
  },
};

/** What only many weights show. */
const oddSpread: typeof tooFar = {
  uniform: {
    'four-percent-too-narrow': each((x) => 0.96 * x),
    'outer-weights-flipped': (units, rng) => each(flipped(0.93 * Math.sqrt(3), 0.6))(evened(units), rng),
    'two-levels': each((x) => Math.sign(x) * (0.95 + 0.1 * (Math.abs(x) / Math.sqrt(3)))),
  },
  normal: {
    'six-percent-too-wide': each((x) => 1.06 * x),
    'outer-weights-flipped': (units, rng) => each(flipped(1.8, 0.45))(centered(units), rng),
    'nothing-beyond-three': each((x) => (Math.abs(x) > 3 ? x / 2 : x)),
    'two-levels-and-tails': each(levelsWithTails),
  },
  truncated: {
    'eight-percent-too-narrow-inside': each(narrowInside(0.92)),
    'outer-weights-flipped': (units, rng) => each(flipped(1.7, 0.4))(centered(units), rng),
    'two-levels-and-the-ends': each(levelsWithEnds),
    'cut-off-too-early': each(cutTooEarly),
  },
};

const everyOtherRowRepeats = (matrix: Matrix): Matrix =>
  matrix.map((row, j) => (j % 2 === 1 ? [...matrix[j - 1]!] : row));

const weakened = (matrix: Matrix): Matrix => matrix.map((row) => row.map((w) => w / Math.sqrt(3)));

export function weightMutants(t: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  return promised(t, setup).flatMap((promise) => {
    const right: Initializer = promise.task.answer;
    const changedIn = (size: Size, changes: Readonly<Record<string, LayerChange>>) =>
      Object.entries(changes).map(([id, change]) => {
        const answer: Initializer = (fanIn, fanOut, rng) => {
          const std = Math.sqrt(varianceOf(promise, fanIn, fanOut));
          const units = right(fanIn, fanOut, rng).map((row) => row.map((w) => w / std));
          return change(units, rng).map((row) => row.map((x) => std * x));
        };
        return [id, { where: areOf(size), answer }] as const;
      });
    const calls = counter();
    return of(promise.task, {
      ...Object.fromEntries([
        ...changedIn('small', tooFar[promise.family.name]),
        ...changedIn('large', oddSpread[promise.family.name]),
      ]),
      'every-other-row-repeats': { where: areOf('large'), answer: (...args) => everyOtherRowRepeats(right(...args)) },
      'narrow-layers-at-a-third-of-the-variance': {
        where: areOf('narrow'),
        answer: (...args) => weakened(right(...args)),
      },
      'small-layers-ignore-the-state': {
        where: areOf('small'),
        answer: (fanIn, fanOut) => right(fanIn, fanOut, createRng(1)),
      },
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
  const inNetsOf = (size: Size, answer: NetworkAnswer) => ({
    where: ([fanIn = 0, fanOut = 0]: NetworkArgs[0]) => sizeOf(fanIn, fanOut) === size,
    answer,
  });
  const withWeights =
    (change: (weights: Matrix) => Matrix): NetworkAnswer =>
    (...args) =>
      right(...args).map(({ weights, biases }) => ({ weights: change(weights), biases }));
  /** Changes what the normal distribution gives, in units of the weights' standard deviation. */
  const changedBy = (change: Change, rng: Draw): Draw => ({
    ...rng,
    normal: isTruncated
      ? () => change(drawTruncated(rng) / truncatedStd, rng) * truncatedStd
      : () => change(rng.normal(), rng),
  });
  const drawnBy =
    (change: Change): NetworkAnswer =>
    (sizes, activation, rng) =>
      right(sizes, activation, changedBy(change, rng));
  const ofFamily: { readonly [id: string]: NetworkAnswer } = isTruncated
    ? {
        'eight-percent-too-narrow-inside': drawnBy(narrowInside(0.92)),
        'two-levels-and-the-ends': drawnBy(levelsWithEnds),
        'cut-off-too-early': drawnBy(cutTooEarly),
      }
    : {
        'eight-percent-too-wide': withWeights((weights) => weights.map((row) => row.map((w) => 1.08 * w))),
        'two-levels-and-tails': drawnBy(levelsWithTails),
      };
  const calls = counter();
  return of(task, {
    ...Object.fromEntries(Object.entries(ofFamily).map(([id, answer]) => [id, inNetsOf('large', answer)])),
    'every-other-row-repeats': inNetsOf('large', withWeights(everyOtherRowRepeats)),
    'narrow-nets-at-a-third-of-the-variance': inNetsOf('narrow', withWeights(weakened)),
    'small-nets-ignore-the-state': inNetsOf('small', (sizes, activation) => right(sizes, activation, createRng(1))),
    'generator-that-goes-on': (sizes, activation) => right(sizes, activation, createRng(calls())),
  });
}
