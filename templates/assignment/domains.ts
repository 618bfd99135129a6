import { domain, real, type TaskDomain, vector } from '../../grader/kit.ts';
import type { NewTasks } from './reference.ts';

const number = real({ from: -1000, to: 1000, usual: [-3, 3] });

/**
 * Where an answer is demanded: the grader asks at every end, zero and length of these by itself, and `verify` proves it.
 * Nine digits are asked for, which one product, rounded once, has.
 */
export const domains = ({ scale }: NewTasks): readonly TaskDomain[] => [
  domain(scale, [vector({ length: [1, 10], entries: number }), number]),
];
