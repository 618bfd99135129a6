import { type NamedAnswer, mutants as of } from '../../../../grader/kit.ts';
import type { Initializer } from '../../../../reference/initializers.ts';
import { transpose } from '../../../../reference/linear-algebra.ts';
import { createRng } from '../../../../reference/rng.ts';
import type { WeightFamily } from '../../../../reference/unit-input.ts';
import { type Setup, varianceOf } from '../../parameters.ts';
import type { InitializationTasks } from '../../reference.ts';
import { promised } from '../promises.ts';
import {
  counter,
  cutTooEarly,
  each,
  everyOtherRowRepeats,
  type LayerChange,
  levelsWithEnds,
  levelsWithTails,
  narrowInside,
  outerNormalFlipped,
  outerTruncatedFlipped,
  outerUniformFlipped,
  type Size,
  scaledBy,
  sizeOf,
  weakened,
} from './changes.ts';

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
    'outer-weights-flipped': outerUniformFlipped,
    'two-levels': each((x) => Math.sign(x) * (0.95 + 0.1 * (Math.abs(x) / Math.sqrt(3)))),
  },
  normal: {
    'six-percent-too-wide': each((x) => 1.06 * x),
    'outer-weights-flipped': outerNormalFlipped,
    'nothing-beyond-three': each((x) => (Math.abs(x) > 3 ? x / 2 : x)),
    'two-levels-and-tails': each(levelsWithTails),
  },
  truncated: {
    'eight-percent-too-narrow-inside': each(narrowInside(0.92)),
    'outer-weights-flipped': outerTruncatedFlipped,
    'two-levels-and-the-ends': each(levelsWithEnds),
    'cut-off-too-early': each(cutTooEarly),
  },
};

export function weightMutants(t: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  return promised(t, setup).flatMap((promise) => {
    const right: Initializer = promise.task.answer;
    const changedIn = (size: Size, changes: Readonly<Record<string, LayerChange>>) =>
      Object.entries(changes).map(([id, change]) => {
        const answer: Initializer = (fanIn, fanOut, rng) => {
          const std = Math.sqrt(varianceOf(promise, fanIn, fanOut));
          const units = scaledBy(1 / std)(right(fanIn, fanOut, rng));
          change(units, rng);
          return scaledBy(std)(units);
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
      'generator-of-small-layers-goes-on': {
        where: areOf('small'),
        answer: (fanIn, fanOut) => right(fanIn, fanOut, createRng(calls())),
      },
      'small-layers-transposed': { where: areOf('small'), answer: (...args) => transpose(right(...args)) },
    });
  });
}
