import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Counts the processor time of everything that runs in it, in either version of the kernel's control groups. */
export interface ControlGroup {
  readonly folder: string;
  /** Where its processes are listed, and where one is written to put it there. */
  readonly processes: string;
  readonly seconds: () => number;
  /** Waits until none of its processes is left. */
  readonly isEmpty: () => Promise<void>;
  readonly close: () => void;
}

/** A control group of our own; undefined but for root on Linux. */
export function openGroup(name: string): ControlGroup | undefined {
  const [first, second] = ['/sys/fs/cgroup/cpuacct', '/sys/fs/cgroup'];
  const parent = existsSync(first) ? first : existsSync(`${second}/cgroup.controllers`) ? second : undefined;
  if (parent === undefined || process.getuid?.() !== 0) return undefined;
  const folder = path.join(parent, `${name}-${process.pid}`);
  mkdirSync(folder);
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return {
    folder,
    processes: path.join(folder, 'cgroup.procs'),
    seconds: () =>
      parent === first
        ? Number(read('cpuacct.usage')) / 1e9
        : Number(/^usage_usec (\d+)/.exec(read('cpu.stat'))?.[1]) / 1e6,
    async isEmpty() {
      while (read('cgroup.procs') !== '') await pause(5);
    },
    close: () => rmdirSync(folder),
  };
}

/** What starts a command in a group, and is then the command. */
export const entering = (group: ControlGroup | undefined, call: readonly string[]): readonly string[] => [
  '/bin/sh',
  '-c',
  `${group ? `echo $$ > ${group.processes}; ` : ''}exec "$@"`,
  'sh',
  ...call,
];
