import { type Misconception, misconceptions as of } from '../../../../grader/kit.ts';
import { kebab, type Setup, varianceOf } from '../../parameters.ts';
import type { InitializationTasks } from '../../reference.ts';
import { type Promised, promised } from '../promises.ts';
import { wrongNormal } from './wrong-normal.ts';
import { wrongStandard, wrongUniform } from './wrong-uniform.ts';
import { alikeAmong, offered, type Wrongs, wrongWays } from './wrong-weights.ts';

/** Wrong answers to one initializer, by their whole id: xavier-uniform-fan-in. */
interface WrongAnswers {
  readonly promise: Promised;
  readonly wrongs: Wrongs;
}

function wrongAnswersTo(promise: Promised, setup: Setup): WrongAnswers {
  const { id, family, task } = promise;
  const { balanced, gained } = setup.schemes;
  const isStandard = id === 'standard';
  const isUniform = family.name === 'uniform';
  const other = promise.behind ? balanced : gained;
  const ofKind = isUniform ? wrongUniform(promise, other) : wrongNormal(promise, other, setup);
  const all = { ...wrongWays(task.answer), ...(isStandard ? wrongStandard(setup) : ofKind) };
  const right = { family: family.name, variance: (...fans: [number, number]) => varianceOf(promise, ...fans) };
  const prefix = isStandard ? standardId(setup) : `${kebab(id)}-${isUniform ? 'uniform' : 'normal'}`;
  const wrongs = Object.entries(offered(right, all)).map(([name, wrong]) => [`${prefix}-${name}`, wrong]);
  return { promise, wrongs: Object.fromEntries(wrongs) };
}

const standardId = ({ standardLimit }: Setup): string => (standardLimit === 1 ? 'standard' : 'scaled');

const allWrongAnswers = (t: InitializationTasks, setup: Setup): readonly WrongAnswers[] =>
  promised(t, setup).map((promise) => wrongAnswersTo(promise, setup));

/** Of the five initializers. */
export const weightMisconceptions = (t: InitializationTasks, setup: Setup): readonly Misconception[] =>
  allWrongAnswers(t, setup).flatMap(({ promise, wrongs }) =>
    of(promise.task, Object.fromEntries(Object.entries(wrongs).map(([id, { draw }]) => [id, draw]))),
  );

/** Those of them that no fingerprint tells apart: under some parameters two mistakes come to the same variance. */
export const alikeWeights = (t: InitializationTasks, setup: Setup): readonly (readonly string[])[] =>
  allWrongAnswers(t, setup).flatMap(({ wrongs }) => alikeAmong(wrongs));
