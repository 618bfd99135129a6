import type { Misconception } from '../../grader/kit.ts';
import { networkMisconceptions } from './misconceptions-network.ts';
import { outputMisconceptions } from './misconceptions-output.ts';
import { varianceMisconceptions } from './misconceptions-variance.ts';
import { weightMisconceptions } from './misconceptions-weights.ts';
import { type Parameters, setupOf } from './parameters.ts';
import type { InitializationTasks } from './reference.ts';

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
