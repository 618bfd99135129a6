import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ControlGroup, entering, openGroup } from '../control-group.ts';
import { median } from '../turns.ts';

/** What a command took, in milliseconds: by the clock, and of processors in all of its processes, where that is counted. */
export interface Cost {
  readonly clock: number;
  readonly processor: number;
}

let group: ControlGroup | undefined | 'unknown' = 'unknown';

/** Runs Node in an empty environment, and waits for all that it has started. Throws if it ends with another status. */
export async function costOf(args: readonly string[], status: number, env: NodeJS.ProcessEnv = {}): Promise<Cost> {
  if (group === 'unknown') {
    group = openGroup('nabla-bench');
    process.on('exit', () => group !== 'unknown' && group?.close());
  }
  const before = group?.seconds() ?? Number.NaN;
  const started = performance.now();
  const [shell = '', ...all] = entering(group, [process.execPath, ...args]);
  const ended = spawnSync(shell, all, { stdio: ['ignore', 'ignore', 'pipe'], env, encoding: 'utf8' });
  const clock = performance.now() - started;
  if (ended.status !== status) throw new Error(`node ${args.join(' ')} ended with ${ended.status}:\n${ended.stderr}`);
  await group?.isEmpty();
  return { clock, processor: ((group?.seconds() ?? Number.NaN) - before) * 1000 };
}

/** Costs of several commands that take turns; medians, after a first round that does not count. */
export async function costsInTurns(
  rounds: number,
  commands: readonly (() => Promise<Cost>)[],
): Promise<readonly Cost[]> {
  const costs = commands.map((): Cost[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const index of round % 2 === 0 ? commands.keys() : [...commands.keys()].reverse()) {
      const cost = await commands[index]!();
      if (round > 0) costs[index]!.push(cost);
    }
  }
  return costs.map((all) => ({
    clock: median(all.map(({ clock }) => clock)),
    processor: median(all.map(({ processor }) => processor)),
  }));
}

export const nothing = (): Promise<Cost> => costOf(['-e', '0'], 0);

const reports = mkdtempSync(path.join(tmpdir(), 'nabla-bench-'));

/** The arguments of a check of one of tests/submissions. */
export const checkOf = (slug: string, name: string): readonly string[] => [
  'dist/nabla.js',
  'check',
  slug,
  '--submission',
  path.join('tests/submissions', slug, name),
  '--report',
  reports,
  '--seed',
  '5',
];
