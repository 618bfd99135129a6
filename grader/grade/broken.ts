import type { Finding } from '../check/failure.ts';
import type { Program } from '../compile/program.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { StandIn } from '../sandbox/stand-in.ts';

/** All that a task is declared to stand on, directly or not, in the manifest's order. */
export function dependenciesOf(entry: TaskEntry, tasks: readonly TaskEntry[]): readonly TaskEntry[] {
  const reached = new Set(entry.dependsOn);
  for (const id of reached) for (const next of tasks.find((task) => task.id === id)?.dependsOn ?? []) reached.add(next);
  return tasks.filter((task) => reached.has(task.id) && task.id !== entry.id);
}

/** A file and those that it imports, directly or not. */
export function filesFrom(file: string, { files }: Program): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const name of reached) for (const next of Object.values(files.get(name)?.imports ?? {})) reached.add(next);
  return reached;
}

/** The tasks in the same file and in those that it imports, directly or not. */
export function importedBy(entry: TaskEntry, tasks: readonly TaskEntry[], program: Program): readonly TaskEntry[] {
  const reached = filesFrom(entry.file, program);
  return tasks.filter(({ id, file }) => reached.has(file) && id !== entry.id);
}

/** No other function is to blame for one that is not there. */
export const mayBeAnothersFault = (finding: Finding): boolean =>
  finding.kind !== 'passed' && !(finding.kind === 'not-loaded' && finding.reply.kind === 'no-export');

/** Whether its file ran, though it may not export it. */
export const isLoaded = (finding: Finding): boolean =>
  finding.kind !== 'not-loaded' || finding.reply.kind === 'no-export';

/** What stands in for a function that nobody answers for. */
export const throwing = ({ file, id }: TaskEntry, withoutFile: boolean): StandIn => ({
  file,
  task: id,
  withoutFile,
  parameters: null,
  generators: [],
});

/** The task of which a failure says that it was called, and nobody answered for it. */
export const brokenTaskIn = (finding: Finding): string | undefined =>
  finding.kind === 'failed' && finding.failure.kind === 'threw' && finding.failure.error.name === 'NablaBroken'
    ? finding.failure.error.message
    : undefined;

/** Whether a task is declared to stand on another one. */
export const standsOn = (other: TaskEntry, entry: TaskEntry, tasks: readonly TaskEntry[]): boolean =>
  dependenciesOf(other, tasks).includes(entry);

/** What a task is declared to stand on, but for what stands on the task itself: that would give its answer away. */
export const declaredFor = (entry: TaskEntry, tasks: readonly TaskEntry[]): readonly TaskEntry[] =>
  dependenciesOf(entry, tasks).filter((other) => !standsOn(other, entry, tasks));
