import { type Misconception, misconceptions as of } from '../../grader/kit.ts';
import { type Member, squashing } from '../../reference/squashing.ts';
import type { Compared, Pair } from './compared.ts';
import { type Slips, slipsOf } from './families/family.ts';
import { saturationMisconceptions } from './misconceptions-saturation.ts';
import { type Parameters, pairOf, parametersOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';

type Functions = Slips['value'];

const named = (prefix: string, functions: Functions): Functions =>
  Object.fromEntries(Object.entries(functions).map(([slip, f]) => [`${prefix}-${slip}`, f]));

/** What is known to go wrong with a member, where there is one. */
const own = ({ member }: Compared, kind: 'value' | 'slope' | 'output'): Functions =>
  member ? slipsOf(member)[kind] : {};

/** The function without the number that stands for A, and for B. */
function withoutNumbers({ A, B, family }: Member): Functions {
  return {
    ...(A !== 1 && { 'without-amplitude': squashing({ family, A: 1, B }).activate }),
    ...(B !== 1 && { 'without-stretch': squashing({ family, A, B: 1 }).activate }),
  };
}

function valueMisconceptions(t: SaturationTasks, { first, second }: Pair): readonly Misconception[] {
  const { shape, member, id } = second;
  const [lower, upper] = shape.bounds;
  const middle = shape.activate(0);
  return of(t.value, {
    ...named(id, {
      ...own(second, 'value'),
      [`is-the-${first.id}`]: first.shape.activate,
      mirrored: (z) => shape.activate(-z),
      hard: (z) => Math.max(lower, Math.min(upper, middle + shape.steepest * z)),
      ...(member && withoutNumbers(member)),
    }),
  });
}

function slopeMisconceptions(t: SaturationTasks, { first, second }: Pair): readonly Misconception[] {
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
      ...own(second, 'slope'),
      ...(member && member.A !== 1 && { 'without-amplitude': (z: number) => shape.derivative(z) / member.A }),
    }),
  });
}

/** Of one of the two functions that are given the activation. */
const outputMisconceptions = (
  task: SaturationTasks['firstFromOutput'],
  one: Compared,
  another: Compared,
): readonly Misconception[] =>
  of(task, {
    ...named(`${one.id}-output`, {
      'activated-again': one.shape.derivative,
      ...(another.member && { [`by-the-rule-of-${another.id}`]: another.shape.derivativeFromOutput }),
      'with-minus': (a) => -one.shape.derivativeFromOutput(a),
      ...own(one, 'output'),
    }),
  });

/** What students get wrong, each as a function that answers as they do. Their names are in messages.*.json. */
export function misconceptions(tasks: SaturationTasks, given?: Partial<Parameters>): readonly Misconception[] {
  const pair = pairOf(parametersOf(given));
  return [
    ...valueMisconceptions(tasks, pair),
    ...slopeMisconceptions(tasks, pair),
    ...outputMisconceptions(tasks.firstFromOutput, pair.first, pair.second),
    ...outputMisconceptions(tasks.secondFromOutput, pair.second, pair.first),
    ...saturationMisconceptions(tasks, pair),
  ];
}
