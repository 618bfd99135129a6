import type { Misconception } from '../../grader/kit.ts';
import { fromOutputMisconceptions } from './from-output/misconceptions.ts';
import { type Parameters, pairOf, parametersOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';
import { saturationMisconceptions } from './saturation/misconceptions.ts';
import { tanhMisconceptions } from './tanh/misconceptions.ts';

/** What students get wrong, each as a function that answers as they do. Their names are in messages.*.json. */
export function misconceptions(tasks: SaturationTasks, given?: Partial<Parameters>): readonly Misconception[] {
  const pair = pairOf(parametersOf(given));
  return [
    ...tanhMisconceptions(tasks, pair),
    ...fromOutputMisconceptions(tasks, pair),
    ...saturationMisconceptions(tasks, pair),
  ];
}
