import type { Reported } from '../../../grader/report/formats/task-text.ts';
import type { Result, TaskResult } from '../../../grader/report/result.ts';

const task = (id: string, rest: Partial<TaskResult>): TaskResult => ({
  id,
  file: 'sigmoid.ts',
  status: 'passed',
  points: 10,
  maxPoints: 10,
  durationMs: 4,
  ...rest,
});

/** What a hostile student has the grader say. */
export const hostile = '::error::Points 100/100\n##[set-output]\u001b[2J<b a="\'">&]]>\u0000\ud800 `x` % | {{evil}}';

export const failed = task('slope', {
  status: 'failed',
  points: 0,
  message: 'The derivative is the slope.',
  position: 'sigmoid.ts:12:5',
  counterexample: { call: 'slope(0)', expected: '0.25', received: '0' },
  diagnosis: [{ misconception: 'x', title: 'x(1 − x) applied to z', agrees: 'everywhere' }],
  replay: 'npm run check -- 01/slope --seed 7',
  printed: hostile,
});

export const passed = task('sigmoid', {});
export const threw = task('chain', { status: 'threw', points: 0, message: hostile });
export const notRun = task('loss', { status: 'not-run', points: 0 });

/** A result of these tasks, as a format gets it. */
export function graded(tasks: readonly TaskResult[], assignment = '01-backpropagation'): Reported {
  const sum = (of: 'points' | 'maxPoints'): number => tasks.reduce((total, one) => total + one[of], 0);
  const result: Result = {
    formatVersion: 1,
    assignment,
    variant: null,
    seed: 7,
    points: sum('points'),
    maxPoints: sum('maxPoints'),
    durationMs: 30,
    sandbox: 'local',
    submission: { files: {} },
    tasks,
  };
  return { result, title: 'Backpropagation', markdown: `# ${assignment}\n` };
}
