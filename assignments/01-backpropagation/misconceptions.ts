import type { Misconception } from '../../grader/kit.ts';
import { chainMisconceptions } from './chain/misconceptions.ts';
import { lossMisconceptions } from './loss/misconceptions.ts';
import { modelOf } from './model.ts';
import { networkMisconceptions } from './network/misconceptions.ts';
import type { Parameters } from './parameters.ts';
import type { BackpropagationTasks } from './reference.ts';
import { activationMisconceptions } from './sigmoid/misconceptions.ts';

/** What students get wrong, each as a function that answers as they do. Their names are in messages.*.json. */
export function misconceptions(tasks: BackpropagationTasks, given?: Partial<Parameters>): readonly Misconception[] {
  const model = modelOf(given);
  return [
    ...activationMisconceptions(tasks, model),
    ...lossMisconceptions(tasks, model),
    ...networkMisconceptions(tasks, model),
    ...chainMisconceptions(tasks, model),
  ];
}
