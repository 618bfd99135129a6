import type { Proof } from '../../grader/kit.ts';
import { fromOutputProof } from './from-output/proof.ts';
import { indistinguishable } from './indistinguishable.ts';
import { laws } from './laws.ts';
import { misconceptions } from './misconceptions.ts';
import { type Parameters, pairOf, parametersOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';
import { saturationProof } from './saturation/proof.ts';
import { tanhProof } from './tanh/proof.ts';

/** What shows that right answers pass in other styles too, and what each law is for. */
export function proof(tasks: SaturationTasks, given?: Partial<Parameters>): Proof {
  const pair = pairOf(parametersOf(given));
  const proofs = [tanhProof(tasks, pair), fromOutputProof(tasks, pair), saturationProof(tasks, pair)];
  return {
    rightAnswers: proofs.flatMap(({ rightAnswers }) => rightAnswers),
    mutants: proofs.flatMap(({ mutants }) => mutants),
    alike: indistinguishable(tasks, laws(tasks, given), misconceptions(tasks, given)),
  };
}
