import type { Misconception } from '../../grader/kit.ts';
import { globalNormMisconceptions } from './clipping/global-norm-misconceptions.ts';
import { normMisconceptions } from './clipping/norm-misconceptions.ts';
import { valueMisconceptions } from './clipping/value-misconceptions.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { recurrentOf } from './recurrent/activation.ts';
import { recurrentMisconceptions } from './recurrent/misconceptions.ts';
import type { GradientControlTasks } from './reference.ts';
import { regularizationMisconceptions } from './regularization/misconceptions.ts';
import { reluMisconceptions } from './relu/misconceptions.ts';

/** The wrong answers of all eight tasks. */
export function misconceptions(tasks: GradientControlTasks, given?: Partial<Parameters>): readonly Misconception[] {
  const parameters = parametersOf(given);
  return [
    ...valueMisconceptions(tasks, parameters.norm),
    ...normMisconceptions(tasks, parameters.norm),
    ...globalNormMisconceptions(tasks, parameters.norm),
    ...regularizationMisconceptions(tasks, parameters),
    ...reluMisconceptions(tasks, parameters),
    ...recurrentMisconceptions(tasks, recurrentOf(parameters.recurrentActivation)),
  ];
}
