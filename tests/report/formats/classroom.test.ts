import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../grader/catalogue/catalogue.ts';
import { annotations, autogradingJson, stepSummary } from '../../../grader/report/formats/classroom.ts';
import { printFormat } from '../../../grader/report/formats/print-format.ts';
import type { TaskResult } from '../../../grader/report/result.ts';
import { failed, graded, hostile, notRun, passed, threw } from './graded.ts';

const messages = messagesIn('en');

describe("the autograding reporter's JSON", () => {
  const parse = (tasks: readonly TaskResult[]) => JSON.parse(autogradingJson([graded(tasks)], messages));

  test('holds the tasks that were asked for, and their points alone', () => {
    const { tests, max_score } = parse([passed, failed, notRun]);
    expect(tests.map(({ name }: { name: string }) => name)).toEqual(['sigmoid', 'slope']);
    expect(max_score).toBe(20);
  });

  test('has a score, a known status and a line for every test', () => {
    const { tests } = parse([passed, failed, threw]);
    expect(tests.map(({ status, score, line_no }: Record<string, unknown>) => [status, score, line_no])).toEqual([
      ['pass', 10, 1],
      ['fail', 0, 12],
      ['error', 0, 1],
    ]);
  });

  test('shows the counterexample in test_code, which is printed where a failing message is not', () => {
    expect(parse([failed]).tests[0].test_code).toContain('slope(0)');
  });

  test('fits into an environment string, however much a student prints', () => {
    const loud = Array.from({ length: 40 }, (_, i) => ({ ...failed, id: `t${i}`, printed: '日'.repeat(16_000) }));
    const text = autogradingJson([graded(loud)], messages);
    expect(Buffer.from(text).toString('base64').length).toBeLessThan(130_000);
    expect(JSON.parse(text).tests).toHaveLength(40);
  });

  test('has no line in it that is a command to the runner', () => {
    const { tests } = parse([failed, threw]);
    for (const { message, test_code } of tests) expect(`${message}\n${test_code}`).not.toMatch(/^\s*(?:::|##\[)/m);
  });
});

describe('annotations', () => {
  test('are one for each task that did not pass, ten at most, on one line each', () => {
    const many = Array.from({ length: 15 }, (_, i) => ({ ...threw, id: `t${i}` }));
    const lines = annotations([graded([passed, ...many])], messages);
    expect(lines).toHaveLength(10);
    for (const line of lines)
      expect(line).toMatch(/^::error file=assignments\/01-backpropagation\/src\/sigmoid\.ts,line=\d+,title=[^\n]*$/);
  });

  test('say no more than the runner keeps', () => {
    const [line = ''] = annotations([graded([{ ...failed, message: 'x'.repeat(9000) }])], messages);
    expect(line.split('::').slice(2).join('::').length).toBeLessThanOrEqual(4096);
  });
});

describe('the step summary', () => {
  test('leaves out whole reports rather than grow too large', () => {
    const large = { ...graded([passed]), markdown: 'x'.repeat(600_000) };
    expect(stepSummary([large, large])).toHaveLength(600_001);
  });
});

describe('a step of a workflow', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-step-'));
  const env = { GITHUB_OUTPUT: path.join(folder, 'output'), GITHUB_STEP_SUMMARY: path.join(folder, 'summary') };

  test('sets its output in one line, and wraps what students print', () => {
    writeFileSync(env.GITHUB_OUTPUT, 'before=1\n');
    const log = printFormat('classroom', [graded([passed, failed, threw])], messages, env, new Date(0));
    const [before, line = '', end] = readFileSync(env.GITHUB_OUTPUT, 'utf8').split('\n');
    expect([before, end]).toEqual(['before=1', '']);
    const { tests } = JSON.parse(Buffer.from(line.replace(/^result=/, ''), 'base64').toString());
    expect(tests).toHaveLength(3);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('# 01-backpropagation');
    const [, token, inside] = /::stop-commands::(\w{32})\n([\s\S]*)\n::\1::/.exec(log) ?? [];
    expect(token).toBeDefined();
    expect(inside).toContain('Points 100/100');
    expect(log.split('\n').filter((text) => text.startsWith('::error'))).toHaveLength(2);
  });
});

const reporter = process.env['CLASSROOM_REPORTER_JS'];

// Give the path of dist/main.js of classroom-resources/autograding-grading-reporter@v1 to run this.
describe.skipIf(reporter === undefined)('the real reporter (CLASSROOM_REPORTER_JS)', () => {
  const cases: readonly (readonly [string, readonly TaskResult[]])[] = [
    ['full', [passed]],
    ['partial', [passed, failed]],
    ['zero', [failed]],
    ['hostile', [{ ...threw, printed: hostile }, passed]],
  ];
  test.each(cases)('shows the points that were given: %s', (_, tasks) => {
    const env: Record<string, string> = { PATH: process.env['PATH'] ?? '' };
    const names = tasks.map(({ id }) => id);
    for (const task of tasks) {
      const text = autogradingJson([graded([task])], messages);
      env[`${task.id.toUpperCase()}_RESULTS`] = Buffer.from(text).toString('base64');
    }
    const run = spawnSync(process.execPath, [reporter ?? ''], {
      env: { ...env, INPUT_RUNNERS: names.join(',') },
      encoding: 'utf8',
    });
    const points = tasks.reduce((sum, task) => sum + task.points, 0);
    const maxPoints = tasks.reduce((sum, task) => sum + task.maxPoints, 0);
    expect(run.stdout).toContain(`Points ${points}/${maxPoints}`);
    expect(run.stdout).not.toMatch(/NaN|undefined/);
  });
});
