import { availableParallelism } from 'node:os';
import pMap from 'p-map';
import { fill } from '../../catalogue/catalogue.ts';
import { type ClassMessages, classMessagesIn } from '../../class/catalogue.ts';
import { gradesOf } from '../../class/grades.ts';
import { requestOf } from '../../class/grading/graders.ts';
import type { ClassOptions, Entry } from '../../class/handed-in/entry.ts';
import { type Outcome, resultOf, type StoredClassAttempt } from '../../class/handed-in/outcome.ts';
import { NablaError } from '../../errors.ts';
import { writeAttempt } from '../../gradebook/attempts.ts';
import type { Database } from '../../gradebook/database.ts';
import { finishRun, insertRun, listRuns, type Run } from '../../gradebook/runs.ts';
import { projectRoot } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { knownIn } from '../arguments/known.ts';
import { parseTargets } from '../arguments/targets.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import { gradebookOf } from './gradebook/open-gradebook.ts';
import { gradingProcesses } from './processes/grading-processes.ts';
import { progressOn } from './progress.ts';

export interface RegradeCommand {
  readonly assignment: readonly string[];
  readonly student: readonly string[];
  readonly apply: boolean;
  readonly jobs: number | undefined;
  readonly gradebook: string | undefined;
  readonly language: Language;
}

/** An attempt, and what the grader as it is now says of the same submission. */
interface Regraded {
  readonly entry: Entry;
  readonly before: StoredClassAttempt;
  readonly after: Outcome;
}

/** `nabla regrade`: shows whose points change and why; writes only with `--apply`. */
export async function regrade(command: RegradeCommand, terminal: Terminal): Promise<0> {
  const { assignment: assignments, student: students, apply, language } = command;
  const messages = classMessagesIn(language);
  const words = messages.class.regrade;
  const root = projectRoot();
  const slugs = parseTargets(assignments, knownIn(root)).map(({ slug }) => slug);
  const gradebook = await gradebookOf(terminal, command.gradebook, true);
  const { database } = gradebook;
  try {
    const runs = (await listRuns<ClassOptions>(database)).filter(({ undoneAt }) => undoneAt === null);
    const last = runs.findLast(({ kind }) => kind !== 'regrade');
    if (last === undefined) throw new NablaError('usage', 'nothing-graded');
    const everybody = await gradesOf(database, last.options.keep);
    const unknown = students.find((student) => !everybody.some((one) => one.student === student));
    if (unknown !== undefined) throw new NablaError('usage', 'student-ungraded', { student: unknown });
    const chosen = everybody
      .filter(({ student }) => students.length === 0 || students.includes(student))
      .flatMap(({ grades }) => grades)
      .flatMap(({ entry, attempt }) =>
        attempt?.status === 'graded' && slugs.includes(entry.assignment) ? [{ entry, before: attempt }] : [],
      );
    const progress = progressOn(terminal, messages, chosen.length);
    const jobs = command.jobs ?? availableParallelism();
    const graders = gradingProcesses(jobs, { terminal, queries: database });
    const regraded = await pMap(
      chosen,
      async ({ entry, before }): Promise<Regraded> => {
        const run = runs.find(({ id }) => id === before.run)!;
        const [after] = await graders.grade({ ...requestOf(run, entry), again: before });
        progress.step(entry.student);
        return { entry, before, after: after! };
      },
      { concurrency: jobs },
    ).finally(() => graders.close());
    progress.end();
    const changed = regraded.filter(({ before, after }) => before.points !== after.attempt.points);
    terminal.out(tableOf(changed, regraded.length, messages));
    if (!apply) {
      if (changed.length > 0) terminal.out(`${words.dry}\n`);
      return 0;
    }
    const run = await write(gradebook.database, last, regraded);
    terminal.out(`${fill(words.applied, { run })}\n`);
    return 0;
  } finally {
    await gradebook.close();
  }
}

/** All of them in one transaction, each in the place of the attempt that it repeats. */
const write = (
  database: Database,
  { options, fingerprint }: Run<ClassOptions>,
  regraded: readonly Regraded[],
): Promise<number> =>
  database.transaction(async (queries) => {
    const entries = regraded.map(({ entry }) => ({
      student: entry.student,
      assignment: entry.assignment,
      details: entry,
    }));
    const run = await insertRun(queries, { kind: 'regrade', options, fingerprint, grader: version, entries, work: [] });
    for (const { before, after } of regraded)
      await writeAttempt(queries, run.id, after.attempt, after.files, before.id);
    await finishRun(queries, run.id);
    return run.id;
  });

function tableOf(changed: readonly Regraded[], count: number, messages: ClassMessages): string {
  const words = messages.class.regrade;
  if (changed.length === 0) return `${fill(words.same, { count })}\n`;
  const rows = changed.map(({ entry, before, after }) => [
    entry.student,
    entry.assignment,
    String(before.points),
    String(after.attempt.points),
    reasonsOf(before, after, messages),
  ]);
  return `${aligned([words.head.split(/ {2,}/), ...rows])}\n${fill(words.changes, { count, changed: changed.length })}\n`;
}

/** The tasks whose outcome is another one now. */
function reasonsOf(
  before: StoredClassAttempt,
  after: Outcome,
  { class: { regrade: words }, status }: ClassMessages,
): string {
  const old = resultOf(before)?.tasks ?? [];
  return (resultOf(after.attempt)?.tasks ?? [])
    .flatMap((task, at) => {
      const was = old.find(({ id }) => id === task.id) ?? old[at];
      if (was === undefined || (was.points === task.points && was.status === task.status)) return [];
      return [fill(words.why, { task: task.id, before: status[was.status], after: status[task.status] })];
    })
    .join('; ');
}

/** Columns side by side, each as wide as its widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat(Math.max(0, widths[at]! - [...cell].length)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
