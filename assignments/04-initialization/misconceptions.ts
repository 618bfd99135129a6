import type { Misconception } from '../../grader/contract.ts';
import { networkMisconceptions } from './misconceptions-network.ts';
import { normalMisconceptions } from './misconceptions-normal.ts';
import { outputMisconceptions } from './misconceptions-output.ts';
import { uniformMisconceptions } from './misconceptions-uniform.ts';
import { varianceMisconceptions } from './misconceptions-variance.ts';
import type { InitializationTasks } from './reference.ts';

/** What students get wrong, each as a function that answers as they do. Their names are in messages.*.json. */
export const misconceptions = (tasks: InitializationTasks): readonly Misconception[] => [
  ...varianceMisconceptions(tasks),
  ...uniformMisconceptions(tasks),
  ...normalMisconceptions(tasks),
  ...outputMisconceptions(tasks),
  ...networkMisconceptions(tasks),
];
