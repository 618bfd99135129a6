import { randomUUID } from 'node:crypto';
import { NablaError } from '../errors.ts';
import type { Database, Queries } from './database.ts';
import type { Queue } from './queue.ts';

export type RunKind = 'grade' | 'regrade' | 'merge';

/** A run that work can be done for. */
export interface OpenRun {
  readonly id: number;
  readonly queue: string;
}

export interface Run<Options> extends OpenRun {
  readonly kind: RunKind;
  readonly options: Options;
  readonly fingerprint: string;
  readonly grader: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
}

/** Who is graded in which assignment, and all that has to be known for it. */
export interface StoredEntry<Details> {
  readonly student: string;
  readonly assignment: string;
  readonly details: Details;
}

export interface NewRun<Options, Details> {
  readonly kind: RunKind;
  readonly options: Options;
  readonly fingerprint: string;
  readonly grader: string;
  readonly entries: readonly StoredEntry<Details>[];
  /** Which of the entries are work; the others stand in the gradebook as they are. */
  readonly work: readonly StoredEntry<Details>[];
}

const columns = `id, kind, options, fingerprint, queue, grader, started_at as "startedAt",
  finished_at as "finishedAt", undone_at as "undoneAt"`;

/** Writes a run, everybody who is in it and the work that is to be done: all of it or nothing. */
export async function beginRun<Options, Details>(
  database: Database,
  queue: Queue,
  run: NewRun<Options, Details>,
): Promise<Run<Options>> {
  const name = `run-${randomUUID()}`;
  await queue.create(name);
  return database.transaction(async (queries) => {
    const begun = await insertRun(queries, run, name);
    await queue.add(
      queries,
      name,
      run.work.map(({ student, assignment }) => ({ student, assignment })),
    );
    return begun;
  });
}

/** Writes a run and its entries, without any work. */
export async function insertRun<Options, Details>(
  queries: Queries,
  { kind, options, fingerprint, grader, entries }: NewRun<Options, Details>,
  queue = '',
): Promise<Run<Options>> {
  const [row] = await queries.query(
    `insert into run (kind, options, fingerprint, queue, grader) values ($1, $2, $3, $4, $5) returning ${columns}`,
    [kind, JSON.stringify(options), fingerprint, queue, grader],
  );
  const run = row as unknown as Run<Options>;
  await queries.query(
    `insert into entry (run, position, student, assignment, details)
     select $1, position - 1, item ->> 'student', item ->> 'assignment', item -> 'details'
     from jsonb_array_elements($2::jsonb) with ordinality as list (item, position)`,
    [run.id, JSON.stringify(entries)],
  );
  return run;
}

/** All runs, the oldest first. */
export async function listRuns<Options>(queries: Queries): Promise<readonly Run<Options>[]> {
  return (await queries.query(`select ${columns} from run order by id`)) as unknown as readonly Run<Options>[];
}

export async function entriesOf<Details>(queries: Queries, run: number): Promise<readonly StoredEntry<Details>[]> {
  const rows = await queries.query('select student, assignment, details from entry where run = $1 order by position', [
    run,
  ]);
  return rows as unknown as readonly StoredEntry<Details>[];
}

export const finishRun = async (queries: Queries, run: number): Promise<void> =>
  void (await queries.query('update run set finished_at = now() where id = $1 and finished_at is null', [run]));

/** Takes a run out of all grades; nothing of it is deleted. Throws `usage`. */
export async function undoRun(queries: Queries, run: number): Promise<void> {
  const rows = await queries.query(
    'update run set undone_at = now() where id = $1 and undone_at is null returning id',
    [run],
  );
  if (rows.length > 0) return;
  const known = await queries.query('select id from run where id = $1', [run]);
  throw new NablaError('usage', known.length > 0 ? 'run-undone' : 'no-run', { run });
}
