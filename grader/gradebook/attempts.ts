import type { Queries, Statements } from './database.ts';

export const attemptStatuses = ['graded', 'not-handed-in', 'not-graded'] as const;
export type AttemptStatus = (typeof attemptStatuses)[number];

/** A file as it was handed in: its bytes, or why there are none. */
export interface AttemptFile {
  readonly name: string;
  readonly digest: string;
  readonly content: Uint8Array | undefined;
  readonly problem: string | undefined;
}

/** What came of one submission of one student to one assignment. */
export interface Attempt<Details> {
  readonly student: string;
  readonly assignment: string;
  readonly status: AttemptStatus;
  readonly commit: string | null;
  readonly seed: number;
  /** The id of the variant that it was graded against. */
  readonly variant: string | null;
  readonly grader: string;
  /** Points before the penalty for being late, and after it. */
  readonly earned: number;
  readonly points: number;
  readonly maxPoints: number;
  /** Started steps of the rule after the deadline; 0 for in time. */
  readonly late: number;
  readonly details: Details;
  readonly result: string | null;
  readonly report: string | null;
}

export interface StoredAttempt<Details> extends Attempt<Details> {
  readonly id: number;
  readonly run: number;
  readonly madeAt: Date;
  readonly replaces: number | null;
}

/** Writes an attempt and its files; without effect where it has been written before. */
export async function writeAttempt<Details>(
  queries: Queries,
  run: number,
  attempt: Attempt<Details>,
  files: readonly AttemptFile[],
  replaces: number | null = null,
): Promise<void> {
  const { student, assignment, status, commit, seed, variant, grader, earned, points, maxPoints, late } = attempt;
  const [row] = await queries.query<{ id: number }>(
    `insert into attempt (run, student, assignment, status, commit, seed, variant, grader, earned, points, max_points,
       late, details, result, report, replaces)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict do nothing returning id`,
    [
      ...[run, student, assignment, status, commit, seed, variant, grader, earned, points, maxPoints, late],
      ...[JSON.stringify(attempt.details), attempt.result, attempt.report, replaces],
    ],
  );
  if (row === undefined || files.length === 0) return;
  // Two that hand in the same do so at once: in one order nobody waits for somebody who waits for them.
  const stored = files.filter(({ content }) => content !== undefined).sort((a, b) => (a.digest < b.digest ? -1 : 1));
  await queries.query(
    'insert into file (digest, content) select * from unnest($1::text[], $2::bytea[]) on conflict do nothing',
    [stored.map(({ digest }) => digest), stored.map(({ content }) => Buffer.from(content!))],
  );
  await queries.query(
    `insert into attempt_file (attempt, name, digest, problem)
     select $1::bigint, * from unnest($2::text[], $3::text[], $4::text[])`,
    [
      row.id,
      ...[files.map(({ name }) => name), files.map(({ digest }) => digest)],
      files.map(({ problem }) => problem ?? null),
    ],
  );
}

const columns = `a.id::int as id, a.run, a.student, a.assignment, a.status, a.commit, a.seed, a.variant, a.grader, a.earned,
  a.points, a.max_points as "maxPoints", a.late, a.details, a.result, a.report, a.replaces::int as replaces,
  a.made_at as "madeAt"`;

/**
 * The attempts that can be a grade: of runs that are not undone, and none that another one stands in for. The oldest
 * first. A failure of the grader counts only where nothing else is known of that submission.
 */
export async function countedAttempts<Details>(queries: Queries): Promise<readonly StoredAttempt<Details>[]> {
  const rows = await queries.query(
    `with valid as (select a.* from attempt a join run r on r.id = a.run where r.undone_at is null)
     select ${columns} from valid a
     where not exists (select 1 from valid b where b.replaces = a.id)
       and (a.status <> 'not-graded' or a.id = (
         select max(b.id) from valid b where b.student = a.student and b.assignment = a.assignment and b.run = a.run
         having bool_and(b.status = 'not-graded')))
     order by a.id`,
  );
  return rows as unknown as readonly StoredAttempt<Details>[];
}

/** Everything that was ever tried of a student, the oldest first. */
export async function attemptsOf<Details>(
  queries: Queries,
  student: string,
): Promise<readonly StoredAttempt<Details>[]> {
  const rows = await queries.query(`select ${columns} from attempt a where student = $1 order by id`, [student]);
  return rows as unknown as readonly StoredAttempt<Details>[];
}

/** The files of an attempt, as they were handed in. */
export async function filesOf(queries: Statements, attempt: number): Promise<readonly AttemptFile[]> {
  const rows = await queries.query(
    `select name, a.digest, problem, content from attempt_file a left join file f on f.digest = a.digest
     where attempt = $1 order by name collate "C"`,
    [attempt],
  );
  return rows.map(({ name, digest, problem, content }) => ({
    name: name as string,
    digest: digest as string,
    problem: (problem as string | null) ?? undefined,
    content: (content as Uint8Array | null) ?? undefined,
  }));
}
