import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Status } from '../judge/status.ts';
import type { Assignment } from '../load/grading.ts';

/** Grades a folder as a student's, with the sandbox and all. The command line gives it: no room composes the others. */
export type GradeFolder = (folder: string) => Promise<readonly GradedTask[]>;

export interface GradedTask {
  readonly id: string;
  readonly file: string;
  readonly status: Status;
  readonly points: number;
  readonly message?: string;
}

/** The stubs as students get them. */
export const gradeStubs = async (assignment: Assignment, grade: GradeFolder): Promise<readonly GradedTask[]> =>
  isComplete(assignment) ? grade(path.join(assignment.folder, 'src')) : notRun(assignment);

/** The reference, handed in as files of the names that the manifest asks for. */
export async function gradeReference(assignment: Assignment, grade: GradeFolder): Promise<readonly GradedTask[]> {
  if (!isComplete(assignment)) return notRun(assignment);
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-reference-'));
  try {
    for (const [name, text] of referenceFiles(assignment)) writeFileSync(path.join(folder, name), text);
    return await grade(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether the files are there that no student hands in; the eighth point names those that are not. */
const isComplete = ({ folder, manifest: { provided } }: Assignment): boolean =>
  ['.', ...provided].every((name) => existsSync(path.join(folder, 'src', name)));

const notRun = ({ manifest: { tasks } }: Assignment): readonly GradedTask[] =>
  tasks.map(({ id, file }) => ({ id, file, status: 'not-run', points: 0 }));

/** No file that an assignment names has two dots. */
const tableFile = 'reference.built.ts';

function referenceFiles({ manifest: { tasks }, reference }: Assignment): ReadonlyMap<string, string> {
  const texts = new Map([[tableFile, `export const table = ${reference.replace(/;\s*$/, '')};\n`]]);
  for (const { id, file } of tasks) {
    const before = texts.get(file) ?? `import { table } from './${tableFile}';\n`;
    texts.set(file, `${before}export function ${id}(...args) { return table.${id}(...args); }\n`);
  }
  return texts;
}
