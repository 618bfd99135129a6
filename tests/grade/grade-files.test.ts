import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Host } from '../../grader/grade/host.ts';
import { nodeHost } from '../../grader/host/node-host.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { observed } from '../../grader/sandbox/observed.ts';
import { inOneRealm } from '../../grader/verify/one-realm.ts';
import { gradeFolder } from './grade-folder.ts';

const host = nodeHost('local');
const oneRealm = { ...host, sandbox: inOneRealm(host.sandbox) };

test('a stub is asked once, though its law could be broken by something smaller', async () => {
  const assignment = await loadAssignment(projectRoot(), '01-backpropagation');
  const asked: string[] = [];
  const sandbox = observed(host.sandbox, ({ task }) => asked.push(task));
  const { tasks } = await gradeFolder(assignment, path.join(assignment.folder, 'src'), { host: { ...host, sandbox } });
  expect(tasks.map(({ status }) => status)).toEqual(tasks.map(() => 'not-started'));
  expect(asked).toEqual(tasks.map(({ id }) => id));
});

test('who stands on a broken function is asked for nothing smaller before it is asked with right answers', async () => {
  const assignment = await loadAssignment(projectRoot(), '01-backpropagation');
  const submission = mkdtempSync(path.join(tmpdir(), 'nabla-unseen-'));
  onTestFinished(() => rmSync(submission, { recursive: true }));
  cpSync(path.resolve('tests/submissions/01-backpropagation/right-textbook'), submission, { recursive: true });
  const timesAsked = async (): Promise<Record<string, number>> => {
    const asked: Record<string, number> = {};
    const sandbox = observed(host.sandbox, ({ task }) => {
      asked[task] = (asked[task] ?? 0) + 1;
    });
    const { tasks } = await gradeFolder(assignment, submission, { host: { ...host, sandbox } });
    return Object.fromEntries(tasks.filter(({ status }) => status === 'passed').map(({ id }) => [id, asked[id] ?? 0]));
  };
  const right = await timesAsked();
  const file = path.join(submission, 'sigmoid.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('1 /', '2 /'));
  const replaced = await timesAsked();
  expect(Object.keys(replaced)).toEqual(Object.keys(right).filter((id) => id !== 'sigmoid'));
  // By itself, at most twice, and with right answers.
  for (const [id, times] of Object.entries(replaced)) expect([id, times <= 3 * right[id]!]).toEqual([id, true]);
});

test('functions of ours may have one realm for all laws, where a student has one for each', async () => {
  const assignment = await loadAssignment(projectRoot(), '01-backpropagation');
  const submission = mkdtempSync(path.join(tmpdir(), 'nabla-realms-'));
  onTestFinished(() => rmSync(submission, { recursive: true }));
  const sigmoid = 'export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));';
  writeFileSync(path.join(submission, 'sigmoid.ts'), `console.log('loaded');\n${sigmoid}\n`);
  const timesLoaded = async (host: Host): Promise<number> => {
    const { tasks } = await gradeFolder(assignment, submission, { only: ['sigmoid'], host });
    return (tasks[0]?.printed ?? '').split('loaded').length - 1;
  };
  expect(await timesLoaded(oneRealm)).toBe(1);
  expect(await timesLoaded(host)).toBeGreaterThan(1);
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
  const { tasks } = await gradeFolder(assignment, submission, { host: oneRealm });
  expect(tasks.filter(({ status }) => status !== 'passed').map(({ id }) => id)).toEqual(['sigmoid']);
});
