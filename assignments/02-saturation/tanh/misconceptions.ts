import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { type Member, squashing } from '../../../reference/activations/squashing.ts';
import type { ActivationPair } from '../activations/pair.ts';
import { type Functions, named } from '../activations/slips.ts';
import { ownSlips } from '../activations/slips-of.ts';
import type { SaturationTasks } from '../reference.ts';

/** The function without the number that stands for A, and for B. */
function withoutNumbers({ A, B, family }: Member): Functions {
  return {
    ...(A !== 1 && { 'without-amplitude': squashing({ family, A: 1, B }).activate }),
    ...(B !== 1 && { 'without-stretch': squashing({ family, A, B: 1 }).activate }),
  };
}

function valueMisconceptions(t: SaturationTasks, { first, second }: ActivationPair): readonly Misconception[] {
  const { shape, member, id } = second;
  const [lower, upper] = shape.bounds;
  const middle = shape.activate(0);
  return of(t.value, {
    ...named(id, {
      ...ownSlips(second, 'value'),
      [`is-the-${first.id}`]: first.shape.activate,
      mirrored: (z) => shape.activate(-z),
      hard: (z) => Math.max(lower, Math.min(upper, middle + shape.steepest * z)),
      ...(member && withoutNumbers(member)),
    }),
  });
}

function slopeMisconceptions(t: SaturationTasks, { first, second }: ActivationPair): readonly Misconception[] {
  const { shape, member, id } = second;
  return of(t.slope, {
    ...named(`${id}-slope`, {
      ...(member && { 'of-the-argument': shape.derivativeFromOutput }),
      'of-the-activation': (z) => shape.derivative(shape.activate(z)),
      [`is-${id}`]: shape.activate,
      ...(first.member && {
        [`by-the-rule-of-${first.id}`]: (z: number) => first.shape.derivativeFromOutput(shape.activate(z)),
      }),
      [`of-the-${first.id}`]: first.shape.derivative,
      ...ownSlips(second, 'slope'),
      ...(member && member.A !== 1 && { 'without-amplitude': (z: number) => shape.derivative(z) / member.A }),
    }),
  });
}

/** Of the function that students write, and of its derivative. */
export const tanhMisconceptions = (tasks: SaturationTasks, pair: ActivationPair): readonly Misconception[] => [
  ...valueMisconceptions(tasks, pair),
  ...slopeMisconceptions(tasks, pair),
];
