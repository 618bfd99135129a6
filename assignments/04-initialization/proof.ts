import type { Proof } from '../../grader/kit.ts';
import { alikeWeights } from './initializers/answers/misconceptions.ts';
import { mutants } from './mutants.ts';
import { alikeNetworks } from './network/misconceptions.ts';
import { type Parameters, setupOf } from './parameters.ts';
import type { InitializationTasks } from './reference.ts';
import { rightAnswers } from './right-answers.ts';

/** What shows that the laws are sound: right answers that pass, and wrong ones that no other law stops. */
export function proof(tasks: InitializationTasks, given?: Partial<Parameters>): Proof {
  const setup = setupOf(given);
  return {
    rightAnswers: rightAnswers(tasks, setup),
    mutants: mutants(tasks, setup),
    alike: [...alikeWeights(tasks, setup), ...alikeNetworks(setup)],
  };
}
