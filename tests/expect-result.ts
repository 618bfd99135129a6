import { expect } from 'vitest';
import type { Result, TaskResult } from '../grader/report/result.ts';
import { type Case, type ExpectedTask, isExpected } from './cases.ts';

/** What was found of that which the case says something about; the status in any case. */
function found(task: TaskResult, expected: ExpectedTask): object {
  const status = isExpected(task.status, expected) ? expected.status : task.status;
  const misconceptions = (task.diagnosis ?? []).flatMap((one) => ('misconception' in one ? [one.misconception] : []));
  const all: Readonly<Record<string, unknown>> = { ...task, misconceptions, status };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key]]));
}

/** `message` and `printed` name a part; everything else is exact. */
const matcher = ({ message, printed, ...exact }: ExpectedTask): object => ({
  ...exact,
  ...(message !== undefined && { message: expect.stringContaining(message) }),
  ...(printed !== undefined && { printed: expect.stringContaining(printed) }),
});

/** Holds a result against what a case says of it. */
export function expectResult(result: Result, { tasks, only }: Case): void {
  const graded = result.tasks.filter(({ id }) => only === undefined || only.includes(id));
  const ids = graded.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(tasks)));
  const expectedOf = (id: string): ExpectedTask => tasks[id] ?? { status: 'passed' };
  const all = Object.fromEntries(graded.map((task) => [task.id, found(task, expectedOf(task.id))]));
  expect(all).toEqual(Object.fromEntries(ids.map((id) => [id, matcher(expectedOf(id))])));
  for (const { status, points, maxPoints } of result.tasks) expect(points).toBe(status === 'passed' ? maxPoints : 0);
  expect(result.points).toBe(result.tasks.reduce((sum, { points }) => sum + points, 0));
}

/** Whether all that was handed in is right, so that nothing of it was replaced either. */
export const isRight = ({ tasks }: Case): boolean => Object.keys(tasks).length === 0;
