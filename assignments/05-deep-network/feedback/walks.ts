import type { Walk } from '../../../grader/kit.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import type { DeepNetworkTasks } from '../reference.ts';
import { rulesOf } from '../rules.ts';
import { gradientsWalk } from './gradients-walk.ts';
import { statisticsWalk } from './statistics-walk.ts';
import { stepWalk } from './step-walk.ts';

/** How what has more than one step is computed by hand. */
export function walks(tasks: DeepNetworkTasks, given?: Partial<Parameters>): readonly Walk[] {
  const rules = rulesOf(parametersOf(given));
  return [
    statisticsWalk(tasks.layerStatistics, rules),
    gradientsWalk(tasks.lossAndGradients, rules),
    stepWalk(tasks.trainStep, rules),
  ];
}
