import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../errors.ts';
import { childFlags } from './permission.ts';

/**
 * What holds the student's process. `local`: Node's own permissions and an empty realm, on every system. `strict`: the
 * same inside bubblewrap (no network, no other processes, no files but the system's libraries) and under prlimit.
 */
export type Tier = 'local' | 'strict';
export const tierChoices = ['auto', 'local', 'strict'] as const;
export type TierChoice = (typeof tierChoices)[number];

export interface MemoryLimits {
  readonly heapMb: number;
  /** Node itself, and what typed arrays hold outside of the heap. */
  readonly outsideHeapMb: number;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** The addresses that Node reserves besides its heap and hardly touches: 0.9 GB in versions 20 and 22, 1.3 GB in 24. */
const reservedMb = 1344;

/** The command that starts the sandbox's process. */
export function launchCommand(tier: Tier, { heapMb, outsideHeapMb }: MemoryLimits, source: string): Command {
  const flags = [...childFlags(process.versions.node, heapMb), '-e', source];
  if (tier === 'local') return { file: process.execPath, args: flags };
  const limits = [
    `--as=${(reservedMb + heapMb + outsideHeapMb) * 2 ** 20}`,
    '--core=0',
    '--fsize=0',
    '--nofile=64',
    '--nproc=64',
  ];
  return { file: 'bwrap', args: [...walls(), '--', 'prlimit', ...limits, '--', process.execPath, ...flags] };
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

let strictWorks: boolean | undefined;

/** Whether bubblewrap and prlimit are there, this system lets them work, and Node starts inside. Tried once. */
function isStrictAvailable(): boolean {
  strictWorks ??=
    process.platform === 'linux' &&
    spawnSync('bwrap', [...walls(), '--', 'prlimit', '--core=0', '--', process.execPath, '--version'], {
      stdio: 'ignore',
      timeout: 10_000,
    }).status === 0;
  return strictWorks;
}

/** The tier to use. Throws `no-strict-sandbox` where it was asked for and cannot be had: there is no silent fall-back. */
export function pickTier(choice: TierChoice): Tier {
  if (choice === 'local') return 'local';
  if (isStrictAvailable()) return 'strict';
  if (choice === 'auto') return 'local';
  throw new NablaError(
    'no-strict-sandbox',
    'the strict sandbox needs bwrap and prlimit, and they do not work here',
    'Install bubblewrap on Linux, or use --sandbox local.',
  );
}
