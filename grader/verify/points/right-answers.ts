import type { ProvableAssignment } from '../../load/assignment/grading.ts';
import { lawProblems, rightAnswerProblems } from '../failing-answers.ts';
import type { Trial } from '../trial.ts';
import { type Point, problem } from '../verification.ts';

/** The reference is one way to write a task; a law that favors it shows at a second and a third. */
const leastWays = 2;

/** 6. Right answers written in other ways than the reference pass, at every seed. */
export async function rightAnswersPoint(
  { manifest, proof }: ProvableAssignment,
  trials: readonly Trial[],
): Promise<Point> {
  const waysOf = (id: string): number => trials.filter(({ candidate }) => candidate.task === id).length;
  const short = manifest.tasks.map(({ id }) => ({ id, ways: waysOf(id) })).filter(({ ways }) => ways < leastWays);
  const failing = await rightAnswerProblems(trials);
  const missing =
    proof === undefined
      ? [problem('no-proof', 'proof.ts')]
      : short.map(({ id, ways }) => problem('too-few-ways', id, { ways, least: leastWays }));
  return {
    name: 'rightAnswers',
    figures: { answers: trials.length, passed: trials.length - failing.length },
    problems: [...lawProblems(trials), ...failing, ...missing],
  };
}
