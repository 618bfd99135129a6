import type { Misconception } from '../../grader/contract.ts';
import { chainMisconceptions } from './misconceptions-chain.ts';
import { networkMisconceptions } from './misconceptions-network.ts';
import { scalarMisconceptions } from './misconceptions-scalar.ts';
import type { BackpropagationTasks } from './reference.ts';

/** What students get wrong, each as a function that answers as they do. Their names are in messages.*.json. */
export const misconceptions = (tasks: BackpropagationTasks): readonly Misconception[] => [
  ...scalarMisconceptions(tasks),
  ...networkMisconceptions(tasks),
  ...chainMisconceptions(tasks),
];
