import type { TaskDomain } from '../../grader/kit.ts';
import { clippingDomains } from './clipping/domain.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { recurrentOf } from './recurrent/activation.ts';
import { recurrentDomains } from './recurrent/domain.ts';
import type { GradientControlTasks } from './reference.ts';
import { regularizationDomains } from './regularization/domain.ts';
import { reluDomains } from './relu/domain.ts';

/** Where answers are demanded of each task. */
export function domains(tasks: GradientControlTasks, given?: Partial<Parameters>): readonly TaskDomain[] {
  const { norm, leak, recurrentActivation } = parametersOf(given);
  return [
    ...clippingDomains(tasks, norm),
    ...regularizationDomains(tasks),
    ...reluDomains(tasks, leak),
    ...recurrentDomains(tasks, recurrentOf(recurrentActivation)),
  ];
}
