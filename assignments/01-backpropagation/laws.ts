import type { Law } from '../../grader/kit.ts';
import { activationLaws, slopeLaws } from './laws-activation.ts';
import { chainLaws } from './laws-chain.ts';
import { lossLaws } from './laws-loss.ts';
import { networkLaws } from './laws-network.ts';
import { modelOf } from './model.ts';
import type { Parameters } from './parameters.ts';
import type { BackpropagationTasks } from './reference.ts';

/** The properties of all nine tasks, each task's in the order in which they are tried. */
export function laws(tasks: BackpropagationTasks, given?: Partial<Parameters>): readonly Law[] {
  const model = modelOf(given);
  return [
    ...activationLaws(tasks, model),
    ...slopeLaws(tasks, model),
    ...lossLaws(tasks, model),
    ...networkLaws(tasks, model),
    ...chainLaws(tasks, model),
  ];
}
