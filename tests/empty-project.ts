import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import type { Verification } from '../grader/verify/verification.ts';
import { nabla } from './cli/run-nabla.ts';

/** The project without its assignments, not built yet, to write others into. */
export function emptyProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-new-'));
  for (const name of ['grader', 'reference', 'templates', 'package.json', 'tsconfig.json']) {
    cpSync(path.resolve(name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
  mkdirSync(path.join(folder, 'assignments'));
  return folder;
}

export function build(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, [path.join(folder, 'grader', 'build', 'build.mjs')], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
}

export function verified(
  folder: string,
  runs: number,
): { readonly status: number | null; readonly all: Verification[] } {
  const binary = path.join(folder, 'dist', 'nabla.js');
  const run = nabla(['verify', '--runs', String(runs), '--seed', '1', '--json'], { binary });
  return { status: run.status, all: JSON.parse(run.stdout) as Verification[] };
}
