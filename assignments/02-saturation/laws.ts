import type { Law } from '../../grader/kit.ts';
import { fromOutputLaws } from './from-output/laws.ts';
import { type Parameters, pairOf, parametersOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';
import { saturationLaws } from './saturation/laws.ts';
import { tanhLaws } from './tanh/laws.ts';

/** The properties of all seven tasks, each task's in the order in which they are tried. */
export function laws(tasks: SaturationTasks, given?: Partial<Parameters>): readonly Law[] {
  const parameters = parametersOf(given);
  const pair = pairOf(parameters);
  return [
    ...tanhLaws(tasks, pair.second),
    ...fromOutputLaws(tasks.firstFromOutput, pair.first),
    ...fromOutputLaws(tasks.secondFromOutput, pair.second),
    ...saturationLaws(tasks, pair, parameters.threshold),
  ];
}
