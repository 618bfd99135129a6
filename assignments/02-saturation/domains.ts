import type { TaskDomain } from '../../grader/kit.ts';
import { fromOutputDomains } from './from-output/domain.ts';
import { type Parameters, pairOf, parametersOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';
import { saturationDomains } from './saturation/domain.ts';
import { tanhDomains } from './tanh/domain.ts';

/** Where answers are demanded of each task. */
export function domains(tasks: SaturationTasks, given?: Partial<Parameters>): readonly TaskDomain[] {
  const pair = pairOf(parametersOf(given));
  return [...tanhDomains(tasks, pair.second), ...fromOutputDomains(tasks, pair), ...saturationDomains(tasks, pair)];
}
