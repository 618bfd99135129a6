import { type Diagnostics, diagnostics } from '../diagnose/diagnose.ts';
import type { ProvableAssignment } from '../load/grading.ts';
import { failureAt } from './failing-answers.ts';
import { firstStop, type Trial } from './trial.ts';

/** Each misconception that was stopped, and by which names a student who makes this mistake is told of it. */
export async function diagnoseTrials(
  { manifest, grading: { tasks, laws, misconceptions } }: ProvableAssignment,
  trials: readonly Trial[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  const byTask = new Map<string, Diagnostics>();
  for (const trial of trials) {
    const { candidate } = trial;
    const stop = firstStop(trial);
    const task = tasks[candidate.task];
    if (stop === undefined || task === undefined) continue;
    const ofTask = byTask.get(task.id) ?? diagnostics(task, laws, misconceptions);
    byTask.set(task.id, ofTask);
    const failure = await failureAt(manifest.id, candidate, stop);
    names.set(candidate.id, failure ? ofTask.ofFunction(failure, candidate.answer) : []);
  }
  return names;
}
