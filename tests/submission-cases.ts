import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Status } from '../grader/judge/status.ts';
import type { TaskResult } from '../grader/report/result.ts';

/** What is said of one task; `status` always, the rest where the case is about it. */
export type ExpectedTask = Pick<TaskResult, 'law' | 'position' | 'replaced'> & {
  /** Several where it depends on the machine: memory may run out before time does. */
  readonly status: Status | readonly Status[];
  /** A part of the message. */
  readonly message?: string;
  /** A part of what was printed. */
  readonly printed?: string;
};

/**
 * One `tests/submissions/SLUG/CASE/`, as its `expected.json` describes it. The files of a case lie over those of its
 * base, so that a case holds only what is its own. A task that is not listed passes.
 */
export interface SubmissionCase {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  /** Another case's folder, from the one that holds this case's; or `stubs`: the assignment as students get it. */
  readonly base?: string;
  /** Files of the base that the student did not hand in. */
  readonly remove?: readonly string[];
  readonly tasks: Readonly<Record<string, ExpectedTask>>;
}

const root = path.resolve('tests/submissions');
const description = 'expected.json';

const folders = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** The assignments that have submissions here. */
export const slugs = folders(root).filter((slug) => existsSync(path.resolve('assignments', slug)));

/** The cases of an assignment. One without a description is a right submission. */
export const casesOf = (slug: string): readonly SubmissionCase[] =>
  folders(path.join(root, slug)).map((name) => {
    const folder = path.join(root, slug, name);
    const file = path.join(folder, description);
    const described = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<SubmissionCase>) : {};
    return { title: name.replaceAll('-', ' '), tasks: {}, ...described, name, folder };
  });

/** Whether every task passes, with nothing of the student's replaced. */
export const isRight = ({ tasks }: SubmissionCase): boolean => Object.keys(tasks).length === 0;

/** Lays a case over its base in a temporary folder, hands that folder on, and removes it. */
export async function withSubmission<T>(
  slug: string,
  { folder, base, remove = [] }: SubmissionCase,
  use: (submission: string) => Promise<T>,
): Promise<T> {
  const submission = mkdtempSync(path.join(tmpdir(), 'nabla-submission-'));
  try {
    if (base === 'stubs') cpSync(path.resolve('assignments', slug, 'src'), submission, { recursive: true });
    else if (base !== undefined) cpSync(path.join(root, slug, base), submission, { recursive: true });
    for (const name of remove) rmSync(path.join(submission, name));
    cpSync(folder, submission, { recursive: true });
    return await use(submission);
  } finally {
    rmSync(submission, { recursive: true });
  }
}

/** Whether a status is one of those expected of a task; one that is not listed passes. */
export const isExpected = (status: Status, expected: ExpectedTask | undefined): boolean =>
  [expected?.status ?? 'passed'].flat().includes(status);
