import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Where it was called, and where reports go by default. */
  readonly folder: string;
}

interface Options {
  readonly env?: Record<string, string>;
  readonly node?: string;
  readonly nodeArgs?: readonly string[];
  readonly binary?: string;
}

/** Runs the built binary as a user does, in a folder of its own. */
export function nabla(
  args: readonly string[],
  { env = {}, node = process.execPath, nodeArgs = [], binary = path.resolve('dist/nabla.js') }: Options = {},
): Run {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-run-'));
  const { status, stdout, stderr } = spawnSync(node, [...nodeArgs, binary, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  return { status, stdout, stderr, folder };
}
