import type { Proof } from '../../grader/kit.ts';
import { clippingProof } from './clipping/proof.ts';
import { type Parameters, parametersOf, strengthOf } from './parameters.ts';
import { recurrentOf } from './recurrent/activation.ts';
import { recurrentProof } from './recurrent/proof.ts';
import type { GradientControlTasks } from './reference.ts';
import { regularizationProof } from './regularization/proof.ts';
import { reluProof } from './relu/proof.ts';

/** What shows that right answers pass in other styles too, and what each law is for. */
export function proof(tasks: GradientControlTasks, given?: Partial<Parameters>): Proof {
  const parameters = parametersOf(given);
  const proofs = [
    clippingProof(tasks, parameters.norm),
    regularizationProof(tasks, strengthOf(parameters)),
    reluProof(tasks, parameters.leak),
    recurrentProof(tasks, recurrentOf(parameters.recurrentActivation)),
  ];
  return {
    rightAnswers: proofs.flatMap(({ rightAnswers }) => rightAnswers),
    mutants: proofs.flatMap(({ mutants }) => mutants),
  };
}
