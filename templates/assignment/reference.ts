import { task, vector } from '../../grader/kit.ts';
import type { Vector } from '../../reference/types.ts';

const scale = (values: Vector, factor: number): Vector => values.map((value) => factor * value);

/** The tasks, each bound to its formula: id, names of the arguments, shape of the answer. */
export const tasks = () => ({
  scale: task<[values: Vector, factor: number], Vector>('scale', ['values', 'factor'], vector, scale),
});

export type NewTasks = ReturnType<typeof tasks>;
