import type { Failure } from '../check/failure.ts';
import { type Diagnostics, diagnostics } from '../diagnose/diagnose.ts';
import type { NamedAnswer } from '../kit.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import { failureAt } from './failing-answers.ts';
import { firstStop, nameOf, type Trial } from './trial.ts';

/** By which names students are told of what they answered. */
export interface Diagnoses {
  /** Of each misconception that was stopped, by its id. */
  readonly misconceptions: ReadonlyMap<string, readonly string[]>;
  /** Of the right answers that would be taken for a mistake if a law stopped them; there should be none. */
  readonly right: ReadonlyMap<string, readonly string[]>;
}

/** By a task's id: what says of its answers what they are. */
export type DiagnosticsOf = (task: string) => Diagnostics | undefined;

export function diagnosticsByTask({ grading: { tasks, laws, misconceptions, domains } }: Assignment): DiagnosticsOf {
  const byTask = new Map<string, Diagnostics>();
  return (id) => {
    const task = tasks[id];
    const domain = domains.find((one) => one.task.id === id);
    const ofTask = byTask.get(id) ?? (task && diagnostics(task, laws, misconceptions, domain));
    if (ofTask !== undefined) byTask.set(id, ofTask);
    return ofTask;
  };
}

export async function diagnoseTrials(
  diagnosticsOf: DiagnosticsOf,
  wrong: readonly Trial[],
  right: readonly Trial[],
): Promise<Diagnoses> {
  const names = new Map<string, readonly string[]>();
  for (const trial of wrong) {
    const { candidate } = trial;
    const [stop, ofTask] = [firstStop(trial), diagnosticsOf(candidate.task)];
    if (stop === undefined || ofTask === undefined) continue;
    // One more probe, the counterexample, takes names away and gives none. Where the others leave its own alone, it need
    // not be looked for: making a counterexample small is what takes long.
    const known = namesOf(ofTask, candidate.answer);
    if (known.length === 1 && known[0] === candidate.id) {
      names.set(candidate.id, known);
      continue;
    }
    const failure = await failureAt(candidate, stop);
    names.set(candidate.id, failure ? namesOf(ofTask, candidate.answer, failure) : []);
  }
  const taken = right.flatMap((trial) => {
    const ofTask = diagnosticsOf(trial.candidate.task);
    const found = ofTask === undefined ? [] : namesOf(ofTask, trial.candidate.answer);
    return found.length > 0 ? [[nameOf(trial), found] as const] : [];
  });
  return { misconceptions: names, right: new Map(taken) };
}

const namesOf = (ofTask: Diagnostics, answer: NamedAnswer['answer'], failure?: Failure): readonly string[] =>
  ofTask.namesOf({ answered: ofTask.ownAnswersOf(answer, failure), rows: [] })?.ids ?? [];
