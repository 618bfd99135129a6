import { domain, fine, type TaskDomain, type Tolerance } from '../../../grader/kit.ts';
import type { ComparedActivation } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';

/** What the contract asks of tanh: |error| ≤ 1e-12. A few roundings of numbers of that size leave some 1e-16. */
export const absolute: Tolerance = { relative: 0, absolute: 1e-12 };

/** Twice a larger number is infinite, and right answers take 2z or z + |z|. */
const farthest = 1e300;

/** Every z as far out as the activation can be computed. */
export function tanhDomains({ value, slope }: SaturationTasks, { limit }: ComparedActivation): readonly TaskDomain[] {
  const end = Math.min(farthest, limit);
  const z = fine({ from: -end, to: end, usual: [-6, 6] });
  return [domain(value, [z], { tolerance: absolute }), domain(slope, [z], { tolerance: absolute })];
}
