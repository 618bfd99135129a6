import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { gradeSubmission } from '../../grader/grade/grade-submission.ts';
import { loadAssignment, projectRoot } from '../../grader/load/grading.ts';

const shared = {
  only: [],
  seed: 1,
  tier: 'local',
  messages: messagesIn('en'),
  words: { laws: {}, misconceptions: {} },
} as const;

test('a stub is asked once, though its law could be broken by something smaller', async () => {
  const assignment = await loadAssignment(projectRoot(), '01-backpropagation');
  const asked: string[] = [];
  const { tasks } = await gradeSubmission({
    assignment,
    submission: path.join(assignment.folder, 'src'),
    ...shared,
    trace: (task) => asked.push(task),
  });
  expect(tasks.map(({ status }) => status)).toEqual(tasks.map(() => 'not-started'));
  expect(asked).toEqual(tasks.map(({ id }) => id));
});

test('functions of ours may have one realm for all laws, where a student has one for each', async () => {
  const assignment = await loadAssignment(projectRoot(), '01-backpropagation');
  const submission = mkdtempSync(path.join(tmpdir(), 'nabla-realms-'));
  onTestFinished(() => rmSync(submission, { recursive: true }));
  const sigmoid = 'export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));';
  writeFileSync(path.join(submission, 'sigmoid.ts'), `console.log('loaded');\n${sigmoid}\n`);
  const timesLoaded = async (inOneRealm: boolean): Promise<number> => {
    const { tasks } = await gradeSubmission({ ...shared, assignment, submission, only: ['sigmoid'], inOneRealm });
    return (tasks[0]?.printed ?? '').split('loaded').length - 1;
  };
  expect(await timesLoaded(true)).toBe(1);
  expect(await timesLoaded(false)).toBeGreaterThan(1);
});

test('in one realm, too, a broken function costs its own task alone', async () => {
  const assignment = await loadAssignment(projectRoot(), '01-backpropagation');
  const submission = mkdtempSync(path.join(tmpdir(), 'nabla-realms-'));
  onTestFinished(() => rmSync(submission, { recursive: true }));
  cpSync(path.resolve('tests/submissions/01-backpropagation/right-textbook'), submission, { recursive: true });
  const file = path.join(submission, 'sigmoid.ts');
  const right = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    right.replace(/function sigmoid\(/, 'function unused(').concat('\nexport const sigmoid = () => 0.5;\n'),
  );
  const { tasks } = await gradeSubmission({ ...shared, assignment, submission, inOneRealm: true });
  expect(tasks.filter(({ status }) => status !== 'passed').map(({ id }) => id)).toEqual(['sigmoid']);
});
