import type { Proof } from '../../grader/kit.ts';
import { modelOf } from './model.ts';
import type { Parameters } from './parameters.ts';
import { rightActivations, wrongActivations } from './proof-activation.ts';
import { rightChains, wrongChains } from './proof-chain.ts';
import { rightLosses, wrongLosses } from './proof-loss.ts';
import { rightNetworks, wrongNetworks } from './proof-network.ts';
import type { BackpropagationTasks } from './reference.ts';

/** What shows that right answers pass in other styles too, and what each law is for. */
export function proof(t: BackpropagationTasks, given?: Partial<Parameters>): Proof {
  const model = modelOf(given);
  return {
    rightAnswers: [rightActivations, rightLosses, rightNetworks, rightChains].flatMap((of) => of(t, model)),
    mutants: [wrongActivations, wrongLosses, wrongNetworks, wrongChains].flatMap((of) => of(t, model)),
  };
}
