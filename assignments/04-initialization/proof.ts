import type { Proof } from '../../grader/kit.ts';
import { alikeWeights } from './initializers/answers/misconceptions.ts';
import { weightMutants } from './initializers/answers/mutants.ts';
import { rightInitializers } from './initializers/answers/right-answers.ts';
import { alikeNetworks } from './network/misconceptions.ts';
import { networkMutants } from './network/mutants.ts';
import { rightNets } from './network/right-answers.ts';
import { outputMutants } from './output-layer/mutants.ts';
import { rightOutputs } from './output-layer/right-answers.ts';
import { type Parameters, setupOf } from './parameters.ts';
import type { InitializationTasks } from './reference.ts';
import { varianceMutants } from './variance/mutants.ts';
import { rightVariances } from './variance/right-answers.ts';

/** What shows that the laws are sound: right answers that pass, and wrong ones that no other law stops. */
export function proof(tasks: InitializationTasks, given?: Partial<Parameters>): Proof {
  const setup = setupOf(given);
  return {
    rightAnswers: [
      ...rightVariances(tasks),
      ...rightInitializers(tasks, setup),
      ...rightOutputs(tasks),
      ...rightNets(tasks, setup),
    ],
    mutants: [
      ...varianceMutants(tasks),
      ...weightMutants(tasks, setup),
      ...outputMutants(tasks),
      ...networkMutants(tasks, setup),
    ],
    alike: [...alikeWeights(tasks, setup), ...alikeNetworks(setup)],
  };
}
