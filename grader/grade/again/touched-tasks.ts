import { declarationsIn } from '../../compile/declarations.ts';
import type { Program } from '../../compile/program.ts';
import type { Manifest } from '../../load/assignment/manifest.ts';
import type { SubmittedFile } from '../../load/submission/submission.ts';
import type { Result } from '../../report/result.ts';
import { everything, namesTouched } from './touched-names.ts';

/** The files of a submission, as they were when they were last checked. */
export type Texts = ReadonlyMap<string, string>;

/** A save: the files that it changed, all files before and now, and what came of them before. */
export interface Save {
  readonly changed: ReadonlySet<string>;
  readonly before: Texts;
  readonly now: Texts;
  readonly last: Result;
}

/** The texts of a submission's files, of those that have one. */
export const textsOf = (files: readonly SubmittedFile[]): Texts =>
  new Map(files.flatMap((file) => ('text' in file ? [[file.name, file.text] as const] : [])));

/**
 * The tasks whose result a save may have changed. Of those that passed by themselves: where the function, or something
 * that it is made of, reads otherwise than before, in its own file or in one that it imports. Of the others: where any of
 * these files is another, for lines may have moved, and another function may be to blame; and those that may have been
 * checked with another's right function in place.
 */
export function touchedTasks(
  { tasks }: Manifest,
  program: Program,
  { changed, before, now, last }: Save,
): readonly string[] {
  const names = namesTouched(program, changed, before, now);
  const passedAlone = (id: string): boolean => {
    const { status, replaced } = last.tasks.find((task) => task.id === id) ?? {};
    return status === 'passed' && replaced === undefined;
  };
  const isTouched = (id: string, file: string): boolean => {
    if (!reaches(program, file, changed)) return false;
    if (!passedAlone(id)) return true;
    const found = names(file);
    // What a file only passes on is not among its declarations.
    const isDeclared = declarationsIn(now.get(file) ?? '')?.has(id) === true;
    return found.has(everything) || found.has(id) || (!isDeclared && found.size > 0);
  };
  const touched = new Set(tasks.filter(({ id, file }) => isTouched(id, file)).map(({ id }) => id));
  return tasks
    .filter(({ id, dependsOn }) => touched.has(id) || (!passedAlone(id) && dependsOn.some((on) => touched.has(on))))
    .map(({ id }) => id);
}

/** Whether a file is, or imports, one of those that have changed. */
function reaches(program: Program, name: string, changed: ReadonlySet<string>, seen = new Set<string>()): boolean {
  if (changed.has(name)) return true;
  if (seen.has(name)) return false;
  seen.add(name);
  return Object.values(program.files.get(name)?.imports ?? {}).some((next) => reaches(program, next, changed, seen));
}
