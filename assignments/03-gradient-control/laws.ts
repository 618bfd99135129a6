import type { Law } from '../../grader/contract.ts';
import { clippingLaws } from './laws-clipping.ts';
import { recurrentLaws } from './laws-recurrent.ts';
import { regularizationLaws } from './laws-regularization.ts';
import { reluLaws } from './laws-relu.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import type { GradientControlTasks } from './reference.ts';

/** The properties of all eight tasks, each task's in the order in which they are tried. */
export const laws = (tasks: GradientControlTasks, given?: Partial<Parameters>): readonly Law[] => [
  ...clippingLaws(tasks),
  ...regularizationLaws(tasks),
  ...reluLaws(tasks, parametersOf(given)),
  ...recurrentLaws(tasks),
];
