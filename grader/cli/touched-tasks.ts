import path from 'node:path';
import { compileProgram } from '../compile/program.ts';
import type { Assignment } from '../load/grading.ts';
import { readSubmission } from '../load/submission.ts';

/**
 * The tasks whose outcome a change of some files can change: those in files that are, or import, one of them, and those
 * that may have been checked with another's right function in place.
 */
export function touchedTasks(
  { manifest, folder }: Assignment,
  submission: string,
  changed: ReadonlySet<string>,
): readonly string[] {
  const files = readSubmission(submission, manifest, path.join(folder, 'src'));
  const program = compileProgram(files, manifest.tasks);
  const reaches = (name: string, seen = new Set<string>()): boolean => {
    if (changed.has(name)) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return Object.values(program.files.get(name)?.imports ?? {}).some((next) => reaches(next, seen));
  };
  const touched = new Set(manifest.tasks.filter(({ file }) => reaches(file)).map(({ id }) => id));
  return manifest.tasks
    .filter(({ id, dependsOn }) => touched.has(id) || dependsOn.some((other) => touched.has(other)))
    .map(({ id }) => id);
}
