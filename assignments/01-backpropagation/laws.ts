import type { Law } from '../../grader/kit.ts';
import { chainLaws } from './chain/laws.ts';
import { lossLaws } from './loss/laws.ts';
import { modelOf } from './model.ts';
import { networkLaws } from './network/laws.ts';
import type { Parameters } from './parameters.ts';
import type { BackpropagationTasks } from './reference.ts';
import { activationLaws } from './sigmoid/laws.ts';

/** The properties that do not follow from the domains of the tasks, each task's in the order in which they are tried. */
export function laws(tasks: BackpropagationTasks, given?: Partial<Parameters>): readonly Law[] {
  const model = modelOf(given);
  return [activationLaws, lossLaws, networkLaws, chainLaws].flatMap((of) => of(tasks, model));
}
