import { type Misconception, misconceptions as of } from '../../grader/kit.ts';
import { withNames } from './activations.ts';
import { gradientMisconceptions } from './gradients/misconceptions.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import type { DeepNetworkTasks } from './reference.ts';
import { rulesOf } from './rules.ts';
import { statisticsMisconceptions } from './statistics/misconceptions.ts';
import { wrongSteps } from './training/step/misconceptions.ts';
import { wrongTraining } from './training/train/misconceptions.ts';

/** Wrong answers to all four tasks. */
export function misconceptions(tasks: DeepNetworkTasks, given?: Partial<Parameters>): readonly Misconception[] {
  const rules = rulesOf(parametersOf(given));
  return [
    ...statisticsMisconceptions(tasks, rules),
    ...gradientMisconceptions(tasks, rules),
    ...of(tasks.trainStep, withNames(rules.phis, wrongSteps(rules))),
    ...of(tasks.train, wrongTraining(rules)),
  ];
}
