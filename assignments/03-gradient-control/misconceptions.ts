import type { Misconception } from '../../grader/kit.ts';
import { clippingMisconceptions } from './misconceptions-clipping.ts';
import { otherMisconceptions } from './misconceptions-others.ts';
import { recurrentMisconceptions } from './misconceptions-recurrent.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { recurrentOf } from './recurrent-activation.ts';
import type { GradientControlTasks } from './reference.ts';

/** The wrong answers of all eight tasks. */
export function misconceptions(tasks: GradientControlTasks, given?: Partial<Parameters>): readonly Misconception[] {
  const parameters = parametersOf(given);
  return [
    ...clippingMisconceptions(tasks, parameters.norm),
    ...otherMisconceptions(tasks, parameters),
    ...recurrentMisconceptions(tasks, recurrentOf(parameters.recurrentActivation)),
  ];
}
