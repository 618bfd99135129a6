import { fill } from '../../catalogue/catalogue.ts';
import type { ClassMessages } from '../../class/catalogue.ts';
import type { ClassOptions, Entry } from '../../class/handed-in/entry.ts';
import { NablaError } from '../../errors.ts';
import type { Queries } from '../../gradebook/database.ts';
import { writeEvent } from '../../gradebook/events.ts';
import type { Gradebook } from '../../gradebook/gradebook.ts';
import { beginRun, listRuns, type Run } from '../../gradebook/runs.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';

export interface AskedRun {
  readonly options: ClassOptions;
  readonly entries: readonly Entry[];
  readonly fingerprint: string;
  readonly seedIsGiven: boolean;
  readonly isResumed: boolean;
}

export interface BegunRun {
  readonly run: Run<ClassOptions>;
  /** How many entries are still to be graded. */
  readonly left: number;
}

/** Begins a run, or goes on with the last one of the same class under the same options. Throws `usage`. */
export async function beginOrResume(
  gradebook: Gradebook,
  asked: AskedRun,
  terminal: Terminal,
  messages: ClassMessages,
): Promise<BegunRun> {
  const { database, queue } = gradebook;
  const { options, entries, fingerprint, seedIsGiven, isResumed } = asked;
  const runs = isResumed ? await listRuns<ClassOptions>(database) : [];
  const graded = runs.filter(({ kind, undoneAt }) => kind === 'grade' && undoneAt === null);
  const isSame = (run: Run<ClassOptions>): boolean =>
    run.fingerprint === fingerprint &&
    JSON.stringify(run.options.shard) === JSON.stringify(options.shard) &&
    (!seedIsGiven || run.options.seed === options.seed);
  const run = graded.findLast(isSame);
  const open = graded.findLast(({ finishedAt }) => finishedAt === null);
  if (run === undefined && open !== undefined) throw new NablaError('usage', 'resume-other', { run: open.id });
  if (run === undefined) {
    const stored = entries.map((entry) => ({ student: entry.student, assignment: entry.assignment, details: entry }));
    const begun = await beginRun(database, queue, {
      ...{ kind: 'grade' as const, options, fingerprint, grader: version },
      ...{ entries: stored, work: stored },
    });
    return { run: begun, left: entries.length };
  }
  if (run.grader !== version) {
    throw new NablaError('usage', 'resume-version', { run: run.id, old: run.grader, new: version });
  }
  const left = await reopen(gradebook, run);
  terminal.out(`${fill(messages.class.resumed, { run: run.id, done: entries.length - left, left })}\n`);
  return { run, left };
}

/** Puts those back into the queue for which the grader failed, and counts all that is left to do. */
async function reopen({ database, queue }: Gradebook, run: Run<ClassOptions>): Promise<number> {
  await queue.create(run.queue);
  return database.transaction(async (queries) => {
    const failed = await failedIn(queries, run.id);
    await queue.add(queries, run.queue, failed);
    // They are no verdicts, and what is tried now may be one; the events tell that they were.
    await queries.query(`delete from attempt where run = $1 and status = 'not-graded'`, [run.id]);
    if (failed.length > 0) await queries.query('update run set finished_at = null where id = $1', [run.id]);
    const event = { run: run.id, student: null, assignment: null, kind: 'resumed' as const };
    await writeEvent(queries, { ...event, details: { tried: failed.length } });
    const [row] = await queries.query<{ left: number }>(
      `select count(*)::int as left from entry e where run = $1 and not exists
         (select 1 from attempt a where a.run = e.run and a.student = e.student and a.assignment = e.assignment)`,
      [run.id],
    );
    return row?.left ?? 0;
  });
}

const failedIn = (queries: Queries, run: number) =>
  queries.query<{ student: string; assignment: string }>(
    `select student, assignment from attempt where run = $1 group by student, assignment
     having bool_and(status = 'not-graded')`,
    [run],
  );
