import type { TaskDomain } from '../../grader/kit.ts';
import { chainDomains } from './chain/domain.ts';
import { lossDomains } from './loss/domain.ts';
import { modelOf } from './model.ts';
import { networkDomains } from './network/domain.ts';
import type { Parameters } from './parameters.ts';
import type { BackpropagationTasks } from './reference.ts';
import { activationDomains } from './sigmoid/domain.ts';

/** Where an answer to each task is demanded; a variant's parameters say how far its functions can be asked. */
export function domains(tasks: BackpropagationTasks, given?: Partial<Parameters>): readonly TaskDomain[] {
  const model = modelOf(given);
  return [activationDomains, lossDomains, networkDomains, chainDomains].flatMap((of) => of(tasks, model));
}
