import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OnHeld } from '../check/check-law.ts';
import type { Status } from '../judge/status.ts';
import type { Law } from '../kit.ts';
import type { Assignment } from '../load/grading.ts';
import type { Outcomes } from './asking.ts';

/**
 * Grades a folder as a student's, with the sandbox and all, and, where they are given, with files that the build has made.
 * The command line gives it: no room composes the others.
 */
export type GradeFolder = (
  folder: string,
  options?: { readonly scripts: ReadonlyMap<string, string>; readonly onHeld: OnHeld },
) => Promise<readonly GradedTask[]>;

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

/** The reference's tasks, and what came back from the sandbox: of each law the answers by which it holds, input by input. */
export interface GradedReference {
  readonly tasks: readonly GradedTask[];
  readonly answers: ReadonlyMap<Law, readonly Outcomes[]>;
}

/** The reference, handed in as files of the names that the manifest asks for. */
export async function gradeReference(assignment: Assignment, grade: GradeFolder): Promise<GradedReference> {
  const answers = new Map<Law, Outcomes[]>();
  if (!isComplete(assignment)) return { tasks: notRun(assignment), answers };
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-reference-'));
  try {
    for (const [name, text] of taskFiles(assignment)) writeFileSync(path.join(folder, name), text);
    const onHeld: OnHeld = (law, outcomes) => {
      const ofLaw = answers.get(law) ?? [];
      answers.set(law, ofLaw);
      ofLaw.push(outcomes);
    };
    const scripts = new Map([[tableFile, `exports.table = ${assignment.reference};`]]);
    return { tasks: await grade(folder, { scripts, onHeld }), answers };
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

function taskFiles({ manifest: { tasks } }: Assignment): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { id, file } of tasks) {
    const before = texts.get(file) ?? `import { table } from './${tableFile}';\n`;
    texts.set(file, `${before}export function ${id}(...args) { return table.${id}(...args); }\n`);
  }
  return texts;
}
