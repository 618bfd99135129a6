import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import type { Status } from '../../grader/judge/status.ts';
import type { Result, TaskResult } from '../../grader/report/result.ts';
import { startHere, startLine } from '../../grader/report/start-here.ts';

const task = (id: string, status: Status, replaced: readonly string[] = []) => ({
  id,
  file: `${id}.ts`,
  status,
  replaced,
});
const start = (...tasks: readonly ReturnType<typeof task>[]) =>
  startHere({ tasks: tasks as unknown as readonly TaskResult[] } as Result);

describe('the task to start with', () => {
  test('is the one that others call', () => {
    expect(
      start(
        task('loss', 'failed'),
        task('sigmoid', 'failed'),
        task('forward', 'passed', ['sigmoid']),
        task('backward', 'failed', ['sigmoid']),
      ),
    ).toEqual({ task: 'sigmoid', dependents: ['forward', 'backward'] });
  });

  test('is one that was tried rather than one that was not', () => {
    expect(start(task('sigmoid', 'not-started'), task('loss', 'threw'))?.task).toBe('loss');
  });

  test('is the first of the statement where nothing else tells them apart', () => {
    expect(start(task('a', 'passed'), task('b', 'failed'), task('c', 'failed'))?.task).toBe('b');
    expect(start(task('a', 'not-started'), task('b', 'not-started'))?.task).toBe('a');
  });

  test('is a whole file where it cannot be run: which of its functions the others need is not known', () => {
    const tasks = [task('sigmoid', 'invalid'), task('forward', 'passed', ['sigmoid']), task('loss', 'failed')];
    expect(start(...tasks)).toEqual({ task: 'sigmoid', dependents: ['forward'], file: 'sigmoid.ts' });
    const result = { tasks: tasks as unknown as readonly TaskResult[] } as Result;
    expect(startLine(result, messagesIn('en'))).toMatch(
      /`sigmoid\.ts` cannot be loaded\. To check `forward`, we replaced/,
    );
    expect(startLine(result, messagesIn('ru'))).toMatch(/файл `sigmoid\.ts` не удаётся выполнить/);
  });

  test('is not said where there is no choice', () => {
    expect(start(task('a', 'passed'), task('b', 'failed'))).toBeUndefined();
    expect(start(task('a', 'passed'))).toBeUndefined();
    expect(start(task('a', 'failed'), task('b', 'not-run'))).toBeUndefined();
  });
});
