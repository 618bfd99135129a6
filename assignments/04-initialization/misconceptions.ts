import type { Misconception } from '../../grader/kit.ts';
import { weightMisconceptions } from './initializers/answers/misconceptions.ts';
import { networkMisconceptions } from './network/misconceptions.ts';
import { outputMisconceptions } from './output-layer/misconceptions.ts';
import { type Parameters, setupOf } from './parameters.ts';
import type { InitializationTasks } from './reference.ts';
import { varianceMisconceptions } from './variance/misconceptions.ts';

/** What students get wrong, as functions; the words are in messages.en.json and messages.ru.json. */
export function misconceptions(tasks: InitializationTasks, given?: Partial<Parameters>): readonly Misconception[] {
  const setup = setupOf(given);
  return [
    ...varianceMisconceptions(tasks),
    ...weightMisconceptions(tasks, setup),
    ...outputMisconceptions(tasks),
    ...networkMisconceptions(tasks, setup),
  ];
}
