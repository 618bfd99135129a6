import type { Law } from '../../grader/kit.ts';
import { clippingLaws } from './laws-clipping.ts';
import { recurrentLaws } from './laws-recurrent.ts';
import { regularizationLaws } from './laws-regularization.ts';
import { reluLaws } from './laws-relu.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { recurrentOf } from './recurrent-activation.ts';
import type { GradientControlTasks } from './reference.ts';

/** The properties of all eight tasks, each task's in the order in which they are tried. */
export function laws(tasks: GradientControlTasks, given?: Partial<Parameters>): readonly Law[] {
  const parameters = parametersOf(given);
  return [
    ...clippingLaws(tasks, parameters.norm),
    ...regularizationLaws(tasks),
    ...reluLaws(tasks, parameters),
    ...recurrentLaws(tasks, recurrentOf(parameters.recurrentActivation)),
  ];
}
