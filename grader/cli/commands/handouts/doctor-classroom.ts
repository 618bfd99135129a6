import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Examination, examineBundle, examineHandout } from '../../../doctor/examine.ts';
import { readHandout } from '../../../handout/digests.ts';
import { loadFolder, projectRoot } from '../../../load/assignment/grading.ts';

/** A handout or a bundle, by its folder; the right functions are this project's. */
export async function examineClassroom(folder: string): Promise<Examination> {
  const isBundle = ['autograder.py', 'run_autograder'].some((name) => existsSync(path.join(folder, name)));
  const [student, variant] = isBundle ? firstStudent(folder) : ['student', undefined];
  const assignmentsIn = variant === undefined ? folder : path.join(folder, 'variants', variant);
  const root = projectRoot();
  const assignments = await Promise.all(
    (readHandout(folder)?.assignments ?? []).map((slug) =>
      loadFolder(root, path.join(assignmentsIn, 'assignments', slug)),
    ),
  );
  return isBundle ? examineBundle(folder, assignments, student) : examineHandout(folder, assignments);
}

/** Who is first in the list of variants, and which they have; anybody where all have the same. */
function firstStudent(bundle: string): readonly [student: string, variant: string | undefined] {
  const file = path.join(bundle, 'variants.json');
  if (!existsSync(file)) return ['student', undefined];
  const [first] = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>);
  return first ?? ['student', undefined];
}
