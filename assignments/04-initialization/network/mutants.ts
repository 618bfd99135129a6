import { type NamedAnswer, mutants as of } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/rng.ts';
import { drawTruncated, truncatedStd } from '../../../reference/truncated-normal.ts';
import type { Layer, Matrix } from '../../../reference/types.ts';
import {
  type Change,
  counter,
  cutTooEarly,
  everyOtherRowRepeats,
  levelsWithEnds,
  levelsWithTails,
  narrowInside,
  type Size,
  scaledBy,
  sizeOf,
  weakened,
} from '../initializers/answers/changes.ts';
import type { Draw } from '../initializers/answers/wrong-weights.ts';
import type { Setup } from '../parameters.ts';
import type { InitializationTasks, NetworkArgs } from '../reference.ts';

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
  const withBiases =
    (change: (biases: readonly number[]) => number[]): NetworkAnswer =>
    (...args) =>
      right(...args).map(({ weights, biases }) => ({ weights, biases: change(biases) }));
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
        'ten-percent-too-narrow-inside': drawnBy(narrowInside(0.9)),
        'two-levels-and-the-ends': drawnBy(levelsWithEnds),
        'cut-off-too-early': drawnBy(cutTooEarly),
      }
    : {
        'nine-percent-too-wide': withWeights(scaledBy(1.09)),
        'two-levels-and-tails': drawnBy(levelsWithTails),
      };
  const calls = counter();
  return of(task, {
    ...Object.fromEntries(Object.entries(ofFamily).map(([id, answer]) => [id, inNetsOf('large', answer)])),
    'every-other-row-repeats': inNetsOf('large', withWeights(everyOtherRowRepeats)),
    'narrow-nets-at-a-third-of-the-variance': inNetsOf('narrow', withWeights(weakened)),
    'small-nets-ignore-the-state': inNetsOf('small', (sizes, activation) => right(sizes, activation, createRng(1))),
    'generator-of-small-nets-goes-on': inNetsOf('small', (sizes, activation) =>
      right(sizes, activation, createRng(calls())),
    ),
    // Where no limit is, nothing shows it.
    ...(isTruncated && { 'small-nets-too-wide': inNetsOf('small', withWeights(scaledBy(1.15))) }),
    'small-nets-with-a-bias-too-many': inNetsOf(
      'small',
      withBiases((biases) => [...biases, 0]),
    ),
    'small-nets-with-biases': inNetsOf(
      'small',
      withBiases((biases) => biases.map(() => 0.1)),
    ),
  });
}
