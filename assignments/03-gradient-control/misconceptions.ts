import type { Misconception } from '../../grader/contract.ts';
import { clippingMisconceptions } from './misconceptions-clipping.ts';
import { otherMisconceptions } from './misconceptions-others.ts';
import { recurrentMisconceptions } from './misconceptions-recurrent.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import type { GradientControlTasks } from './reference.ts';

/** The wrong answers of all eight tasks. */
export const misconceptions = (tasks: GradientControlTasks, given?: Partial<Parameters>): readonly Misconception[] => [
  ...clippingMisconceptions(tasks),
  ...otherMisconceptions(tasks, parametersOf(given)),
  ...recurrentMisconceptions(tasks),
];
