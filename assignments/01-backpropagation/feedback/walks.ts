import type { Walk } from '../../../grader/kit.ts';
import { modelOf } from '../model.ts';
import type { Parameters } from '../parameters.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { backwardWalk } from './backward-walk.ts';
import { chainWalks } from './chain-walks.ts';
import { forwardWalk } from './forward-walk.ts';

/** How what has more than one step is computed by hand. */
export function walks(tasks: BackpropagationTasks, given?: Partial<Parameters>): readonly Walk[] {
  const model = modelOf(given);
  return [forwardWalk(tasks.forward, model), backwardWalk(tasks.backward, model), ...chainWalks(tasks, model)];
}
