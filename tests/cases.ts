import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Status } from '../grader/judge/status.ts';
import type { Assignment } from '../grader/load/assignment/grading.ts';

/** What a case in tests/submissions is expected to come to. A task that is not named passes. */
export interface ExpectedCase {
  /** A sentence: what the student did. */
  readonly title: string;
  /** The case whose files lie below this one's: the name of one beside it, or a path from this one's folder. */
  readonly base?: string;
  /** Files of the base that were not handed in. */
  readonly remove?: readonly string[];
  readonly tasks: Readonly<Record<string, ExpectedTask>>;
  /** The tasks that are graded, where others take long and are those of other cases. */
  readonly only?: readonly string[];
  /** At how many seeds it is graded, where one takes seconds. */
  readonly seeds?: number;
}

export interface ExpectedTask {
  /** Several where it depends on the machine, or on the tier of the sandbox. */
  readonly status: Status | readonly Status[];
  readonly law?: string;
  readonly replaced?: readonly string[];
  readonly position?: string;
  /** A part of it, as with `printed`. */
  readonly message?: string;
  readonly printed?: string;
  /** What its failure is taken for: nothing, one known mistake, or several that cannot be told apart. */
  readonly misconceptions?: readonly string[];
}

export interface Case extends ExpectedCase {
  readonly name: string;
  readonly folder: string;
}

/** The cases of one folder of tests/submissions, or of another folder of tests, by name. */
export function readCases(folder: string, among = 'submissions'): readonly Case[] {
  const root = path.resolve('tests', among, folder);
  return readdirSync(root)
    .filter((name) => existsSync(path.join(root, name, 'expected.json')))
    .map((name) => readCase(path.join(root, name)));
}

function readCase(folder: string): Case {
  const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Omit<ExpectedCase, 'tasks'> &
    Partial<ExpectedCase>;
  return { name: path.basename(folder), folder, tasks: {}, ...expected };
}

/** The whole submission in a folder of its own: the base, and the case's files over it. */
export function layOut({ folder, base, remove = [] }: Case): string {
  const target = mkdtempSync(path.join(tmpdir(), 'nabla-case-'));
  const below = base?.includes('/') ? base : `../${base}`;
  if (base !== undefined) cpSync(path.resolve(folder, below), target, { recursive: true });
  cpSync(folder, target, { recursive: true });
  for (const name of ['expected.json', 'said.txt', ...remove]) rmSync(path.join(target, name), { force: true });
  return target;
}

/** Whether a status is one of those expected. */
export const isExpected = (status: Status, expected: ExpectedTask | undefined): boolean =>
  [expected?.status ?? 'passed'].flat().includes(status);

/** How long a call may take of which it is known that it never ends. */
const endlessMs = 100;

/**
 * The assignment as a case is graded by it: what has to run out of time gets less of it, as a loop is none the sooner
 * over. All else has the assignment's own limits, so that no call that is right has less than a student's.
 */
export function withShortLoops(assignment: Assignment, { tasks }: Case): Assignment {
  const shortened = assignment.manifest.tasks.map((task) =>
    tasks[task.id]?.status === 'timeout' ? { ...task, limits: { ...task.limits, callMs: endlessMs } } : task,
  );
  return { ...assignment, manifest: { ...assignment.manifest, tasks: shortened } };
}
