import { describe, expect, test } from 'vitest';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import type { Result } from '../../grader/report/result.ts';
import { layOut, readCases } from '../cases.ts';
import { gradeFolder } from './grade-folder.ts';

const seed = 5;
const cases: readonly (readonly [slug: string, name: string])[] = [
  ['01-backpropagation', 'half-done'],
  ['02-saturation', 'bound-times-depth'],
  ['03-gradient-control', 'not-transposed'],
  ['04-initialization', 'he-without-factor-two'],
];

/** What the printed command says: which tasks, and the seed. */
function readReplay({ tasks }: Result, id: string) {
  const replay = tasks.find((task) => task.id === id)?.replay ?? '';
  const [, slug, task, of] = /^npm run check -- ([\w-]+)\/(\w+) --seed (\d+)$/.exec(replay) ?? [];
  return { slug, task, seed: Number(of) };
}

describe('the command that a failed task prints', () => {
  test.each(cases)('gives the very same failure again, all of it: %s, %s', async (slug, name) => {
    const assignment = await loadAssignment(projectRoot(), slug);
    const submission = layOut(readCases(slug).find((one) => one.name === name)!);
    const grade = (only: readonly string[], of: number) => gradeFolder(assignment, submission, { only, seed: of });
    const whole = await grade([], seed);
    const failed = whole.tasks.filter(({ status }) => status !== 'passed');
    expect(failed.length).toBeGreaterThan(0);
    for (const { id, ...before } of failed) {
      const replay = readReplay(whole, id);
      expect(replay).toEqual({ slug, task: id, seed });
      const again = (await grade([id], replay.seed)).tasks.find((task) => task.id === id);
      expect({ ...again, durationMs: 0 }).toEqual({ id, ...before, durationMs: 0 });
    }
  });
});
