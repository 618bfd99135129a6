import { readFileSync } from 'node:fs';

const pageBytes = 4096;

/**
 * The memory that a process holds, in MiB; undefined where the system does not say it in a file, which is everywhere
 * but on Linux. Node's own limit counts the heap alone, and not what typed arrays hold outside of it.
 */
export function residentMb(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return (pages * pageBytes) / 2 ** 20;
  } catch {
    // It has just ended.
    return undefined;
  }
}
