import type { Law } from '../../grader/kit.ts';
import { gradientLaws } from './gradients/laws.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import type { DeepNetworkTasks } from './reference.ts';
import { rulesOf } from './rules.ts';
import { statisticsLaws } from './statistics/laws.ts';
import { stepLaws } from './training/step/laws.ts';
import { trainingLaws } from './training/train/laws.ts';

/** The properties of all four tasks, each task's in the order in which they are tried. */
export function laws(tasks: DeepNetworkTasks, given?: Partial<Parameters>): readonly Law[] {
  const parameters = parametersOf(given);
  const rules = rulesOf(parameters);
  return [
    ...statisticsLaws(tasks, rules),
    ...gradientLaws(tasks, rules),
    ...stepLaws(tasks, rules),
    ...trainingLaws(tasks, rules, parameters),
  ];
}
