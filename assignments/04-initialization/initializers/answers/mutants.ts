import { type Departure, type NamedAnswer, mutants as of } from '../../../../grader/kit.ts';
import { transpose } from '../../../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../../../reference/numerics/rng.ts';
import type { Matrix } from '../../../../reference/numerics/types.ts';
import { drawWeights, type Initializer } from '../../../../reference/weights/initializers.ts';
import { type Setup, varianceOf } from '../../parameters.ts';
import type { InitializationTasks, InitializerArgs } from '../../reference.ts';
import { widthsOf } from '../laws/depth.ts';
import { isSmall } from '../layers.ts';
import { type Promised, promised } from '../promises.ts';
import {
  alittleOff,
  beyondTheEnd,
  counter,
  each,
  endOf,
  firstSeldomLow,
  inSteps,
  type LayerChange,
  nothingBeyond,
  peaked,
  rounded,
  rowsHalfCopied,
  scaledBy,
} from './changes.ts';
import type { Draw } from './wrong-weights.ts';

/** As many weights has a sample at least: 90,634 to 118,676 in 300 of them. */
const inAll = 90_000;

type Mutant = Departure<InitializerArgs, Matrix>;

/** Wrong initializers, each of which one law alone stops. */
export const weightMutants = (t: InitializationTasks, setup: Setup): readonly NamedAnswer[] =>
  promised(t, setup).flatMap((promise) => of(promise.task, { ...ofSample(promise), ...ofExactLaws(promise) }));

/** What only many weights show. */
function ofSample(promise: Promised): Readonly<Record<string, Mutant>> {
  const { family, task } = promise;
  const right: Initializer = task.answer;
  const unit = (rng: Draw): number => drawWeights(family.name, 1, 1, 1, rng)[0]![0]!;
  const changed = (change: LayerChange, where?: Mutant['where']): Mutant => changedBy(promise, change, where);
  return {
    'first-weight-seldom-low': changed(firstSeldomLow(family)),
    'a-little-off': changed(each(alittleOff(family))),
    'in-steps': changed(each(inSteps(family))),
    peaked: changed(each(peaked(family, inAll, unit))),
    ...(family.name !== 'uniform' && { 'end-missing': changed(each(nothingBeyond(endOf(family)))) }),
    'rows-half-copied': changed(rowsHalfCopied, isLarge),
    rounded: changed(each(rounded)),
    'large-layers-transposed': { where: isLarge, answer: (...args) => transpose(right(...args)) },
    'narrow-layers-at-a-third-of-the-variance': {
      where: (fanIn, fanOut) => isNet(promise, fanIn, fanOut),
      answer: (...args) => scaledBy(1 / Math.sqrt(3))(right(...args)),
    },
  };
}

/** The right weights, changed in units of their standard deviation; not those of deep nets, if nothing else is said. */
const changedBy = (
  promise: Promised,
  change: LayerChange,
  where: Mutant['where'] = (fanIn, fanOut) => !isNet(promise, fanIn, fanOut),
): Mutant => ({
  where,
  answer(fanIn, fanOut, rng) {
    const std = Math.sqrt(varianceOf(promise, fanIn, fanOut));
    const right: Initializer = promise.task.answer;
    const units = scaledBy(1 / std)(right(fanIn, fanOut, rng));
    change(units, rng);
    return scaledBy(std)(units);
  },
});

const isLarge = (fanIn: number, fanOut: number): boolean => fanIn * fanOut >= 1000;

/** The layers of which deep nets are made; hardly ever one of the others is of their size. */
function isNet(promise: Promised, fanIn: number, fanOut: number): boolean {
  const widths = widthsOf(promise);
  return widths.includes(fanIn) && widths.includes(fanOut) && fanIn !== fanOut;
}

/** What shows in a single small layer. */
function ofExactLaws(promise: Promised): Readonly<Record<string, Mutant>> {
  const { task, family } = promise;
  const right: Initializer = task.answer;
  const calls = counter();
  return {
    ...(Number.isFinite(family.limit) && {
      'small-layers-beyond-the-end': changedBy(promise, each(beyondTheEnd(family)), isSmall),
    }),
    'generator-of-small-layers-goes-on': {
      where: isSmall,
      answer: (fanIn, fanOut) => right(fanIn, fanOut, createRng(calls())),
    },
    'small-layers-transposed': { where: isSmall, answer: (...args) => transpose(right(...args)) },
  };
}
