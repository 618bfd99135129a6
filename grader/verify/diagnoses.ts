import { fittingMisconceptions, ownAnswersToProbes } from '../diagnose/diagnose.ts';
import type { ProvableAssignment } from '../load/grading.ts';
import { failureAt } from './failing-answers.ts';
import { firstStop, nameOf, type Trial } from './trial.ts';

/** Each misconception that was stopped, and by which names a student who makes this mistake is told of it. */
export async function diagnoseTrials(
  { manifest, grading }: ProvableAssignment,
  trials: readonly Trial[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  for (const trial of trials) {
    const { candidate } = trial;
    const stop = firstStop(trial);
    const task = grading.tasks[candidate.task];
    if (stop === undefined || task === undefined) continue;
    const failure = await failureAt(manifest.id, candidate, stop);
    const answered = failure && ownAnswersToProbes(task, grading.laws, candidate.answer, failure);
    names.set(candidate.id, answered ? fittingMisconceptions(task, grading.misconceptions, answered) : []);
  }
  return names;
}

/** The right answers that would be taken for a mistake if they failed, each with the mistakes; there should be none. */
export function diagnoseRightAnswers(
  { grading }: ProvableAssignment,
  trials: readonly Trial[],
): ReadonlyMap<string, readonly string[]> {
  const taken = new Map<string, readonly string[]>();
  for (const trial of trials) {
    const task = grading.tasks[trial.candidate.task];
    if (task === undefined) continue;
    const answered = ownAnswersToProbes(task, grading.laws, trial.candidate.answer);
    const found = fittingMisconceptions(task, grading.misconceptions, answered);
    if (found.length > 0) taken.set(nameOf(trial), found);
  }
  return taken;
}
