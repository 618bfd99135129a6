import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nabla } from './run-nabla.ts';

const handout = path.join(mkdtempSync(path.join(tmpdir(), 'nabla-standing-')), 'handout');
const { INIT_CWD: _, ...env } = process.env;
const inHandout = (folder: string, ...args: readonly string[]) => {
  const cwd = path.join(handout, folder);
  const grader = path.relative(cwd, path.join(handout, 'nabla.mjs'));
  return spawnSync(process.execPath, [grader, ...args], { cwd, env, encoding: 'utf8', timeout: 120_000 });
};

describe('in a handout', () => {
  beforeAll(() => {
    expect(nabla(['handout', '01-backpropagation', '--out', handout]).status).toBe(0);
  });

  test.each(['.', 'assignments', 'assignments/01-backpropagation/src'])('reports land in it, from %s', (folder) => {
    expect(inHandout(folder, 'check', 'sigmoid').status).toBe(1);
    expect(existsSync(path.join(handout, 'reports', '01-backpropagation', 'report.md'))).toBe(true);
    expect(existsSync(path.join(handout, 'assignments', 'reports'))).toBe(false);
  });

  test('a folder among the assignments that is none takes nothing from them', () => {
    mkdirSync(path.join(handout, 'assignments', 'notes'), { recursive: true });
    expect(inHandout('.', 'check', 'sigmoid').status).toBe(1);
  });

  test('the language that is typed comes before that of the script', () => {
    const { stderr } = inHandout('.', 'check', '--lang', 'en', 'sigmod', '--lang', 'ru');
    expect(stderr).toContain('нет задачи');
  });

  test('an expression that never ends is ended in seconds, and is a time-out', () => {
    const loop = 'let z = 1; while (z > 0) { z = z; } z';
    const { status, stderr } = inHandout('.', 'try', '01', `(() => { ${loop.replace(/ z$/, '')} return z; })()`);
    expect([status, stderr]).toEqual([1, expect.stringContaining('5000 ms')]);
  });
});
