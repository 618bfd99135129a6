import type { Manifest } from '../../load/assignment/manifest.ts';
import type { TaskResult } from '../../report/result.ts';
import { lawProblems, rightAnswerProblems } from '../failing-answers.ts';
import type { Trial } from '../trial.ts';
import { type Point, problem } from '../verification.ts';

/** 1. The reference gets full points: at the first seed as a submission in the sandbox, at all others in this process. */
export async function referencePoint(
  { tasks }: Manifest,
  trials: readonly Trial[],
  graded: readonly TaskResult[],
): Promise<Point> {
  const inSandbox = graded
    .filter(({ status }) => status !== 'passed')
    .map(({ id: task, file, status, message = '' }) =>
      problem('reference-fails-in-sandbox', task, { file, status, message }),
    );
  return {
    name: 'reference',
    figures: {
      tasks: tasks.length,
      points: graded.reduce((sum, { points }) => sum + points, 0),
    },
    problems: [...lawProblems(trials), ...(await rightAnswerProblems(trials)), ...inSandbox],
  };
}
