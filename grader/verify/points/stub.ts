import type { TaskResult } from '../../report/result.ts';
import { type Point, problem } from '../verification.ts';

/** 2. The untouched stubs get nothing, and the report says of every task that it has not been started. */
export function stubPoint(graded: readonly TaskResult[]): Point {
  const others = graded.filter(({ status, points }) => status !== 'not-started' || points > 0);
  return {
    name: 'stub',
    figures: { tasks: graded.length, points: graded.reduce((sum, { points }) => sum + points, 0) },
    problems: others.map(({ id, file, status, points }) => problem('stub-is-not-one', id, { file, status, points })),
  };
}
