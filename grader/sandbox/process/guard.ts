import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * What ends the sandbox's process when the grader ends, in whatever way, and bounds its processor time.
 * `kernel`: a signal at the parent's death, and resource limits, by two programs of util-linux. `keeper`: a shell beside
 * it that waits for the grader's end, on every POSIX system. `none`: on Windows, where Node puts its children into a job
 * object that ends with it.
 */
export type Guard = 'kernel' | 'keeper' | 'none';

/** The best first; of those that are there, the first that works is kept. */
export function availableGuards(): readonly Guard[] {
  if (process.platform === 'win32') return ['none'];
  const hasKernel = process.platform === 'linux' && find('setpriv') !== undefined && find('prlimit') !== undefined;
  return hasKernel ? ['kernel', 'keeper'] : ['keeper'];
}

/**
 * A program by its whole path, so that the process needs no PATH of its own. Undefined where there is none.
 */
export const find = (program: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, program))
    .find((file) => existsSync(file));

/** Resource limits that every tier on Linux has: no core, no file that grows, few handles, so many seconds of processor. */
export const prlimits = (cpuSeconds: number): readonly string[] => [
  '--core=0',
  '--fsize=0',
  '--nofile=64',
  `--cpu=${cpuSeconds}`,
];

/**
 * Starts a program in the background, with the shell's own standard input, and waits for the end of the fourth stream: the
 * grader holds the other end, and the system closes it when the grader is gone. A shell gives /dev/null to what it starts
 * in the background, unless told otherwise.
 */
const keeperScript = `ulimit -c 0; ulimit -f 0; ulimit -t "$1"; shift
exec 4<&0
"$@" <&4 4<&- 3<&- &
child=$!
exec <&- >&- 2>&- 4<&-
read -r line <&3
kill -9 $child
wait $child`;

/** The arguments of /bin/sh by which it keeps a program. */
export const keeperArgs = (cpuSeconds: number, program: readonly string[]): readonly string[] => [
  '-c',
  keeperScript,
  'keeper',
  String(cpuSeconds),
  ...program,
];
