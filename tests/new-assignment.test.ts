import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Verification } from '../grader/verify/verification.ts';
import { nabla } from './cli/run-nabla.ts';

/** The project without its assignments, to build others in. */
function emptyProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-new-'));
  for (const name of ['grader', 'reference', 'templates', 'package.json', 'tsconfig.json']) {
    cpSync(path.resolve(name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
  mkdirSync(path.join(folder, 'assignments'));
  build(folder);
  return folder;
}

function build(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, [path.join(folder, 'grader', 'build', 'build.mjs')], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
}

function verified(folder: string, runs: number): { readonly status: number | null; readonly all: Verification[] } {
  const binary = path.join(folder, 'dist', 'nabla.js');
  const run = nabla(['verify', '--runs', String(runs), '--seed', '1', '--json'], { binary });
  return { status: run.status, all: JSON.parse(run.stdout) as Verification[] };
}

describe('nabla new', () => {
  test('writes an assignment that verifies as it is, under the name that was given', () => {
    const folder = emptyProject();
    const binary = path.join(folder, 'dist', 'nabla.js');
    expect(nabla(['new', '06-of-my-own'], { binary }).status).toBe(0);
    build(folder);
    const { status, all } = verified(folder, 5);
    expect(all.map(({ assignment, points }) => [assignment, points.flatMap(({ problems }) => problems)])).toEqual([
      ['06-of-my-own', []],
    ]);
    expect(status).toBe(0);
    // Its domain is asked about from the first day.
    const { landmarks } = { ...all[0]?.points.find(({ name }) => name === 'regions')?.figures };
    expect(landmarks).toBeGreaterThan(20);
    const statement = readFileSync(path.join(folder, 'assignments', '06-of-my-own', 'statement.en.md'), 'utf8');
    expect(statement).toContain('npm run check -- 06-of-my-own/scale');
    expect(statement).not.toContain('new-assignment');

    const varied = nabla(['variant', '06-of-my-own'], { binary });
    expect([varied.status, varied.stderr]).toEqual([2, expect.stringContaining('has no variants')]);

    const again = nabla(['new', '06-of-my-own'], { binary });
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
  });

  test('refuses a name that is none', () => {
    for (const name of ['../elsewhere', 'Momentum', 'a b', '-a', '']) {
      expect([name, nabla(['new', '--', name]).status]).toEqual([name, 2]);
    }
  });
});

test('the assignment of docs/new-assignment.md, momentum and Adam, verifies', () => {
  const folder = emptyProject();
  cpSync(path.resolve('tests/momentum-and-adam'), path.join(folder, 'assignments', 'momentum-and-adam'), {
    recursive: true,
  });
  build(folder);
  const { status, all } = verified(folder, 10);
  expect(all.flatMap(({ points }) => points.flatMap(({ problems }) => problems))).toEqual([]);
  expect(status).toBe(0);
});
