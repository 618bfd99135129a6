import { readFileSync } from 'node:fs';

/** What the kernel says of a process, whatever the process says of itself. */
export interface Observed {
  /** Processor time since it started. */
  readonly cpuMs: number;
  /** It works, or would if it were given a processor: it does not wait for anything else. */
  readonly isRunnable: boolean;
  readonly residentMb: number;
}

/** /proc counts processor time in hundredths of a second, on every machine. */
const tickMs = 10;
/** Of the fields of /proc/PID/stat behind the name, which may hold anything. */
const field = { state: 0, userTicks: 11, systemTicks: 12 } as const;

/**
 * Processor time, state and memory of a process; undefined where the system does not say it in files, which is everywhere
 * but on Linux, or where the process has just ended. `isWrapped`: the process is the only child of `pid`.
 */
export function observe(pid: number, isWrapped: boolean): Observed | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const target = isWrapped ? Number(read(`/proc/${pid}/task/${pid}/children`).trim().split(' ')[0]) : pid;
    if (!(target > 0)) return undefined;
    const stat = read(`/proc/${target}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const residentKb = /^VmRSS:\s*(\d+) kB/m.exec(read(`/proc/${target}/status`))?.[1] ?? 0;
    return {
      cpuMs: tickMs * (Number(fields[field.userTicks]) + Number(fields[field.systemTicks])),
      isRunnable: fields[field.state] === 'R',
      residentMb: Number(residentKb) / 1024,
    };
  } catch {
    return undefined;
  }
}

const read = (file: string): string => readFileSync(file, 'latin1');
