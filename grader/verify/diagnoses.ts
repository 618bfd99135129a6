import { type Diagnostics, diagnostics } from '../diagnose/diagnose.ts';
import type { ProvableAssignment } from '../load/grading.ts';
import { failureAt } from './failing-answers.ts';
import { firstStop, nameOf, type Trial } from './trial.ts';

/** By which names students are told of what they answered. */
export interface Diagnoses {
  /** Of each misconception that was stopped, by its id. */
  readonly misconceptions: ReadonlyMap<string, readonly string[]>;
  /** Of the right answers that would be taken for a mistake if a law stopped them; there should be none. */
  readonly right: ReadonlyMap<string, readonly string[]>;
}

export async function diagnoseTrials(
  { manifest, grading: { tasks, laws, misconceptions } }: ProvableAssignment,
  wrong: readonly Trial[],
  right: readonly Trial[],
): Promise<Diagnoses> {
  const byTask = new Map<string, Diagnostics>();
  const diagnosticsOf = ({ candidate }: Trial): Diagnostics | undefined => {
    const task = tasks[candidate.task];
    const ofTask = byTask.get(candidate.task) ?? (task && diagnostics(task, laws, misconceptions));
    if (ofTask !== undefined) byTask.set(candidate.task, ofTask);
    return ofTask;
  };
  const names = new Map<string, readonly string[]>();
  for (const trial of wrong) {
    const { candidate } = trial;
    const [stop, ofTask] = [firstStop(trial), diagnosticsOf(trial)];
    if (stop === undefined || ofTask === undefined) continue;
    // One more probe, the counterexample, takes names away and gives none. Where the others leave its own alone, it need
    // not be looked for: making a counterexample small is what takes long.
    const known = ofTask.namesOf(ofTask.ownAnswersOf(candidate.answer));
    if (known.length === 1 && known[0] === candidate.id) {
      names.set(candidate.id, known);
      continue;
    }
    const failure = await failureAt(manifest.id, candidate, stop);
    names.set(candidate.id, failure ? ofTask.namesOf(ofTask.ownAnswersOf(candidate.answer, failure)) : []);
  }
  const taken = right.flatMap((trial) => {
    const ofTask = diagnosticsOf(trial);
    const found = ofTask?.namesOf(ofTask.ownAnswersOf(trial.candidate.answer)) ?? [];
    return found.length > 0 ? [[nameOf(trial), found] as const] : [];
  });
  return { misconceptions: names, right: new Map(taken) };
}
