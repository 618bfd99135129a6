import type { Law } from '../../grader/contract.ts';
import { gradientLaws } from './laws-gradients.ts';
import { statisticsLaws } from './laws-statistics.ts';
import { stepLaws } from './laws-steps.ts';
import { trainingLaws } from './laws-training.ts';
import type { DeepNetworkTasks } from './reference.ts';

/** The properties of all four tasks, each task's in the order in which they are tried. */
export const laws = (tasks: DeepNetworkTasks): readonly Law[] => [
  ...statisticsLaws(tasks),
  ...gradientLaws(tasks),
  ...stepLaws(tasks),
  ...trainingLaws(tasks),
];
