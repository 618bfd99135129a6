import type { Proof } from '../../grader/kit.ts';
import { rightChains, wrongChains } from './chain/proof.ts';
import { rightLosses, wrongLosses } from './loss/proof.ts';
import { modelOf } from './model.ts';
import { rightNetworks } from './network/right-networks.ts';
import { wrongNetworks } from './network/wrong-networks.ts';
import type { Parameters } from './parameters.ts';
import type { BackpropagationTasks } from './reference.ts';
import { rightActivations, wrongActivations } from './sigmoid/proof.ts';

/** What shows that right answers pass in other styles too, and what each law is for. */
export function proof(t: BackpropagationTasks, given?: Partial<Parameters>): Proof {
  const model = modelOf(given);
  return {
    rightAnswers: [rightActivations, rightLosses, rightNetworks, rightChains].flatMap((of) => of(t, model)),
    mutants: [wrongActivations, wrongLosses, wrongNetworks, wrongChains].flatMap((of) => of(t, model)),
  };
}
