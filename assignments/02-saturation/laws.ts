import type { Law } from '../../grader/kit.ts';
import { fromOutputLaws, valueLaws } from './laws-function.ts';
import { saturationLaws } from './laws-saturation.ts';
import { type Parameters, pairOf, parametersOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';

/** The properties of all seven tasks, each task's in the order in which they are tried. */
export function laws(tasks: SaturationTasks, given?: Partial<Parameters>): readonly Law[] {
  const parameters = parametersOf(given);
  const pair = pairOf(parameters);
  return [
    ...valueLaws(tasks, pair.second),
    ...fromOutputLaws(tasks.firstFromOutput, pair.first),
    ...fromOutputLaws(tasks.secondFromOutput, pair.second),
    ...saturationLaws(tasks, pair, parameters.threshold),
  ];
}
