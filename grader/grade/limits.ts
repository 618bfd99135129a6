import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { SandboxProgram } from '../sandbox/tier.ts';

/** One process serves all tasks of a submission, and has to be large enough for the largest. */
export function largestLimits(tasks: readonly TaskEntry[]): SandboxProgram['limits'] {
  const largest = (of: keyof TaskEntry['limits']): number => Math.max(...tasks.map(({ limits }) => limits[of]));
  return {
    // Each task has one run by itself, two with others replaced, and is asked again for its report.
    cpuSeconds: Math.ceil((4 * tasks.reduce((sum, { limits }) => sum + limits.taskMs, 0)) / 1000),
    heapMb: largest('heapMb'),
    outsideHeapMb: largest('outsideHeapMb'),
    frameMb: largest('frameMb'),
    printedKb: largest('printedKb'),
  };
}
