import { domain, fine, type TaskDomain } from '../../../grader/kit.ts';
import { type ActivationPair, type ComparedActivation, hasExactBounds } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';
import { absolute } from '../tanh/domain.ts';

/** All values of the activation, its bounds among them if a formula meets them exactly. */
function ofOutput(task: SaturationTasks['firstFromOutput'], one: ComparedActivation): TaskDomain {
  const share = hasExactBounds(one) ? 1 : 0.999;
  const [from, to] = one.shape.bounds.map((bound) => share * bound) as [number, number];
  return domain(task, [fine({ from, to, thresholds: [from / 2, to / 2] })], { tolerance: absolute });
}

export const fromOutputDomains = (
  { firstFromOutput, secondFromOutput }: SaturationTasks,
  { first, second }: ActivationPair,
): readonly TaskDomain[] => [ofOutput(firstFromOutput, first), ofOutput(secondFromOutput, second)];
