import path from 'node:path';
import { readAssignmentWords } from '../../catalogue/assignment-words.ts';
import { NablaError } from '../../errors.ts';
import type { Host } from '../../grade/host.ts';
import { loadFolder, loadOral } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { findSubmission } from '../../load/submission/find-submission.ts';
import { readSubmission } from '../../load/submission/submission.ts';
import { variantMark } from '../../load/submission/variant-mark.ts';
import { makeSheet, type Sheet } from '../../oral/sheet.ts';
import { writeWhole } from '../../report/write-file.ts';

/** One student's files, and what their sheet is made by. */
export interface SheetRequest {
  readonly root: string;
  readonly host: Host;
  readonly slug: string;
  readonly folder: string;
  readonly variant: string | undefined;
  readonly student: string;
  readonly language: Language;
}

/** A sheet of questions and their keys, from a student's own submission. Throws `no-submission`, and `usage` where the files were handed out for another variant. */
export async function sheetFor(
  { root, host, slug, folder, variant, student, language }: SheetRequest,
  own = variant,
): Promise<Sheet> {
  const assignment = await loadFolder(root, own ?? path.join(root, 'assignments', slug));
  const { manifest } = assignment;
  const files = [...new Set(manifest.tasks.map(({ file }) => file))];
  const found = findSubmission(folder, { slug, files, isOnlyOne: true, mayBeEmpty: false });
  const submitted = readSubmission(found.folder, manifest, path.join(assignment.folder, 'src'), found.root);
  const mark = variantMark(submitted);
  if (mark !== undefined && mark !== manifest.variant?.id) {
    const ours = manifest.variant?.id ?? manifest.id;
    throw new NablaError('usage', 'files-of-another', { student, theirs: mark, ours });
  }
  const subject = { assignment, files: submitted, host };
  const words = readAssignmentWords(assignment.folder, language);
  return makeSheet(subject, await loadOral(root, assignment), student, language, words);
}

/** An id may have any sign in it, and becomes the name of a file. */
const fileName = (student: string): string => encodeURIComponent(student);

/** The sheet as `STUDENT.md` and its keys as `STUDENT.keys.md`. */
export function writeSheet(folder: string, student: string, { text, keys }: Sheet): void {
  writeWhole(path.join(folder, `${fileName(student)}.md`), text);
  writeWhole(path.join(folder, `${fileName(student)}.keys.md`), keys);
}
