import { describe, expect, test } from 'vitest';
import { messagesIn, readAssignmentWords } from '../grader/catalogue/catalogue.ts';
import { gradeSubmission } from '../grader/cli/grade-submission.ts';
import { loadAssignment, projectRoot } from '../grader/load/grading.ts';
import type { Result, TaskResult } from '../grader/report/result.ts';
import { pickTier } from '../grader/sandbox/launch.ts';
import {
  casesOf,
  type ExpectedTask,
  isExpected,
  isRight,
  type SubmissionCase,
  slugs,
  withSubmission,
} from './submission-cases.ts';

/** A right answer passes at every seed; a wrong one fails at every seed, and two are asked. */
const rightSeeds = Array.from({ length: 20 }, (_, seed) => seed);
const wrongSeeds = [7, 4294967295];

const tier = pickTier('auto');

function grade(slug: string, submissionCase: SubmissionCase, seed: number): Promise<Result> {
  return withSubmission(slug, submissionCase, async (submission) => {
    const assignment = await loadAssignment(projectRoot(), slug);
    const messages = messagesIn('en');
    const words = readAssignmentWords(assignment.folder, 'en');
    return gradeSubmission({ assignment, submission, only: [], seed, tier, messages, words });
  });
}

/** Of what was found, that which the case says something about. */
function found(task: TaskResult, expected: ExpectedTask): object {
  const keys = Object.keys(expected) as (keyof ExpectedTask)[];
  return Object.fromEntries(keys.map((key) => [key, task[key]]));
}

/** `message` and `printed` name a part; everything else is exact. */
const matcher = ({ status, message, printed, ...exact }: ExpectedTask): object => ({
  ...exact,
  status: expect.toSatisfy((found: TaskResult['status']) => isExpected(found, { status })),
  ...(message !== undefined && { message: expect.stringContaining(message) }),
  ...(printed !== undefined && { printed: expect.stringContaining(printed) }),
});

function expectResult(result: Result, { tasks }: SubmissionCase): void {
  const ids = result.tasks.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(tasks)));
  const expectedOf = (id: string): ExpectedTask => tasks[id] ?? { status: 'passed' };
  expect(Object.fromEntries(result.tasks.map((task) => [task.id, found(task, expectedOf(task.id))]))).toEqual(
    Object.fromEntries(ids.map((id) => [id, matcher(expectedOf(id))])),
  );
  for (const { status, points, maxPoints } of result.tasks) expect(points).toBe(status === 'passed' ? maxPoints : 0);
  expect(result.points).toBe(result.tasks.reduce((sum, { points }) => sum + points, 0));
}

const named = (cases: readonly SubmissionCase[]) => cases.map((one) => [one.title, one.name, one] as const);

describe.each(slugs)('submissions of %s', (slug) => {
  const cases = casesOf(slug);

  describe('right ones get all points at every seed', () => {
    test.concurrent.each(named(cases.filter(isRight)))('%s (%s)', async (_title, _name, right) => {
      for (const seed of rightSeeds) {
        const result = await grade(slug, right, seed);
        expectResult(result, right);
        expect(result.tasks.filter(({ replaced }) => replaced)).toEqual([]);
      }
    });
  });

  describe('wrong ones lose the points of the task that is wrong, and no others', () => {
    test.concurrent.each(named(cases.filter((one) => !isRight(one))))('%s (%s)', async (_title, _name, wrong) => {
      for (const seed of wrongSeeds) expectResult(await grade(slug, wrong, seed), wrong);
    });
  });
});
