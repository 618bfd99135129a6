import { readdirSync, readFileSync } from 'node:fs';

export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes of the machine. */
const running = (): readonly Running[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'latin1');
        const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
        const isZombie = /^State:\s*Z/m.test(status);
        const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
        return isZombie ? [] : [{ pid: Number(pid), parent, command }];
      } catch {
        return [];
      }
    });

/** What a process has started, and these in their turn. */
export function descendants(ancestor: number): readonly Running[] {
  const all = running();
  const found: Running[] = [];
  const from = [ancestor];
  for (const parent of from) {
    for (const one of all.filter((other) => other.parent === parent)) {
      found.push(one);
      from.push(one.pid);
    }
  }
  return found;
}

/** By its source, which is on its command line. */
export const isHarness = ({ command }: Running): boolean => command.includes('ERR_SCRIPT_EXECUTION_TIMEOUT');
export const areAlive = (pids: readonly number[]): boolean => running().some(({ pid }) => pids.includes(pid));
