import type { Proof } from '../../grader/kit.ts';
import { gradientsProof } from './gradients/proof.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import type { DeepNetworkTasks } from './reference.ts';
import { rulesOf } from './rules.ts';
import { statisticsProof } from './statistics/proof.ts';
import { stepProof } from './training/step/proof.ts';
import { trainingProof } from './training/train/proof.ts';

/** Right answers in other styles, and wrong ones of which each is stopped by one law alone. */
export function proof(tasks: DeepNetworkTasks, given?: Partial<Parameters>): Proof {
  const rules = rulesOf(parametersOf(given));
  const parts = [
    statisticsProof(tasks, rules.phis),
    gradientsProof(tasks, rules.phis),
    stepProof(tasks, rules),
    trainingProof(tasks, rules),
  ];
  return {
    rightAnswers: parts.flatMap(({ rightAnswers }) => rightAnswers),
    mutants: parts.flatMap(({ mutants }) => mutants),
  };
}
