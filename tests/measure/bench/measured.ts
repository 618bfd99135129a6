import { spawnSync } from 'node:child_process';
import type { Part } from './table.ts';

/** What another measurement prints, in a process of its own. */
export const measured =
  (name: string, ...args: readonly string[]): Part =>
  async () => {
    const command = ['tests/measure/run.mjs', name, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`node ${command.join(' ')} ended with ${status}:\n${stderr}`);
    return `npm run measure -- ${[name, ...args].join(' ')}\n\n${stdout.trim().replaceAll(/^/gm, '    ')}`;
  };
