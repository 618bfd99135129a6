import type { Misconception } from '../../grader/kit.ts';
import { activationMisconceptions } from './misconceptions-activation.ts';
import { chainMisconceptions } from './misconceptions-chain.ts';
import { lossMisconceptions } from './misconceptions-loss.ts';
import { networkMisconceptions } from './misconceptions-network.ts';
import { modelOf } from './model.ts';
import type { Parameters } from './parameters.ts';
import type { BackpropagationTasks } from './reference.ts';

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
