import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../../errors.ts';
import { find, type Guard, keeperArgs, prlimits } from './guard.ts';
import { childFlags } from './permission.ts';

/**
 * What holds the student's process. `local`: Node's own permissions and an empty realm, on every system. `strict`: the
 * same inside bubblewrap (no network, no other processes, no files but the system's libraries) and under prlimit.
 */
export type Tier = 'local' | 'strict';
export const tierChoices = ['auto', 'local', 'strict'] as const;
export type TierChoice = (typeof tierChoices)[number];

export interface ProcessLimits {
  readonly heapMb: number;
  /** Node itself, and what typed arrays hold outside of the heap. */
  readonly outsideHeapMb: number;
  /** All that the process may ever use of a processor: the last limit, should the grader not come to see the others. */
  readonly cpuSeconds: number;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Node is the only child of what is started; else it takes its place. */
  readonly isWrapped: boolean;
}

/** The addresses that Node reserves besides its heap and hardly touches: 0.9 GB in versions 20 and 22, 1.3 GB in 24. */
const reservedMb = 1344;

/** The command that starts the sandbox's process. In the strict tier bubblewrap is the guard. */
export function launchCommand(tier: Tier, limits: ProcessLimits, source: string, guard: Guard = 'none'): Command {
  const { heapMb, outsideHeapMb, cpuSeconds } = limits;
  const node = [process.execPath, ...childFlags(process.versions.node, heapMb), '-e', source] as const;
  const limited = [find('prlimit') ?? 'prlimit', ...prlimits(cpuSeconds)];
  if (tier === 'strict') {
    const bounds = [`--as=${(reservedMb + heapMb + outsideHeapMb) * 2 ** 20}`, '--nproc=64'];
    const args = [...walls(), '--', ...limited, ...bounds, '--', ...node];
    return { file: find('bwrap') ?? 'bwrap', args, isWrapped: true };
  }
  switch (guard) {
    case 'kernel':
      return {
        file: find('setpriv') ?? 'setpriv',
        args: ['--pdeathsig', 'KILL', '--', ...limited, '--', ...node],
        isWrapped: false,
      };
    case 'keeper':
      return { file: '/bin/sh', args: keeperArgs(cpuSeconds, node), isWrapped: true };
    case 'none':
      return { file: process.execPath, args: node.slice(1), isWrapped: false };
  }
}

/** An empty root with the system's libraries and Node's binary, read-only; nothing of the machine's else. */
function walls(): readonly string[] {
  const folders = ['/usr', '/lib', '/lib64', '/bin'].filter((folder) => existsSync(folder));
  const system = folders.flatMap((folder) => ['--ro-bind', folder, folder]);
  const isInSystem = folders.some((folder) => process.execPath.startsWith(`${folder}${path.sep}`));
  const node = isInSystem ? [] : ['--ro-bind', process.execPath, process.execPath];
  const own = ['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--chdir', '/tmp'];
  return [
    '--unshare-all',
    '--die-with-parent',
    '--as-pid-1',
    '--new-session',
    '--clearenv',
    '--cap-drop',
    'ALL',
    ...own,
    ...system,
    // After the empty /tmp, in which it may lie.
    ...node,
  ];
}

/** Why the strict tier cannot be had. */
export type StrictProblem = 'not-linux' | 'no-bubblewrap' | 'no-prlimit' | 'no-namespaces';

let known: StrictProblem | 'none' | undefined;

/** Why bubblewrap and prlimit do not hold a process here; undefined where they do. Tried once. */
export function strictProblem(): StrictProblem | undefined {
  known ??= tryStrict();
  return known === 'none' ? undefined : known;
}

function tryStrict(): StrictProblem | 'none' {
  if (process.platform !== 'linux') return 'not-linux';
  const bwrap = find('bwrap');
  const prlimit = find('prlimit');
  if (bwrap === undefined) return 'no-bubblewrap';
  if (prlimit === undefined) return 'no-prlimit';
  const args = [...walls(), '--', prlimit, '--core=0', '--', '/bin/true'];
  const { status } = spawnSync(bwrap, args, { stdio: 'ignore', timeout: 10_000 });
  return status === 0 ? 'none' : 'no-namespaces';
}

/** The tier to use. Throws `no-strict-sandbox` where it was asked for and cannot be had: there is no silent fall-back. */
export function pickTier(choice: TierChoice): Tier {
  if (choice === 'local') return 'local';
  const problem = strictProblem();
  if (problem === undefined) return 'strict';
  if (choice === 'auto') return 'local';
  throw new NablaError('no-strict-sandbox', `strict-${problem}`);
}
