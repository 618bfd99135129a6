import type { TaskDomain } from '../../grader/kit.ts';
import { gradientsDomain } from './gradients/domain.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import type { DeepNetworkTasks } from './reference.ts';
import { rulesOf } from './rules.ts';
import { statisticsDomain } from './statistics/domain.ts';
import { stepDomain } from './training/step/domain.ts';

/** Where an answer is demanded of each task. */
export function domains(tasks: DeepNetworkTasks, given?: Partial<Parameters>): readonly TaskDomain[] {
  const rules = rulesOf(parametersOf(given));
  return [statisticsDomain(tasks, rules), gradientsDomain(tasks, rules), stepDomain(tasks, rules)];
}
