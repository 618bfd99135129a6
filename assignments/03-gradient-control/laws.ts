import type { Law } from '../../grader/kit.ts';
import { clippingLaws } from './clipping/laws.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { recurrentOf } from './recurrent/activation.ts';
import { recurrentLaws } from './recurrent/laws.ts';
import type { GradientControlTasks } from './reference.ts';
import { regularizationLaws } from './regularization/laws.ts';
import { reluLaws } from './relu/laws.ts';

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
