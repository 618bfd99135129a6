import { domain, real, type TaskDomain, vector } from '../../grader/kit.ts';
import type { Parameters } from './parameters.ts';
import type { BackpropagationTasks } from './reference.ts';

/** Where an answer is demanded of each task. */
export function domains(t: BackpropagationTasks, _given?: Partial<Parameters>): readonly TaskDomain[] {
  const unit = real({ from: 0, to: 1 });
  const inner = real({ from: 1e-12, to: 1 - 1e-12 });
  return [
    domain(t.sigmoid, [real({ from: -700, to: 700, usual: [-20, 20] })]),
    domain(
      t.binaryCrossEntropy,
      [vector({ length: [1, 100], entries: unit }), ([targets]) => vector({ length: targets.length, entries: inner })],
      { tolerance: (_, expected) => ({ relative: 1e-9, absolute: 1e-14 + 1e-12 * expected }) },
    ),
  ];
}
