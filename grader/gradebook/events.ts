import type { Queries } from './database.ts';

/** Something that happened which no attempt says. */
export interface Event {
  readonly at: Date;
  readonly run: number | null;
  readonly student: string | null;
  readonly assignment: string | null;
  readonly kind: 'grader-failed' | 'resumed' | 'given-back' | 'undone' | 'proved' | 'not-derivable';
  readonly details: Readonly<Record<string, unknown>>;
}

export async function writeEvent(queries: Queries, event: Omit<Event, 'at'>): Promise<void> {
  const { run, student, assignment, kind, details } = event;
  await queries.query('insert into event (run, student, assignment, kind, details) values ($1, $2, $3, $4, $5)', [
    ...[run, student, assignment, kind, JSON.stringify(details)],
  ]);
}

/** What happened to a student, the oldest first. */
export async function eventsOf(queries: Queries, student: string): Promise<readonly Event[]> {
  const rows = await queries.query(
    'select at, run, student, assignment, kind, details from event where student = $1 order by id',
    [student],
  );
  return rows as unknown as readonly Event[];
}

/** How often the grader failed at a submission in a run, since it was last resumed. */
export async function failuresOf(queries: Queries, run: number, student: string, assignment: string): Promise<number> {
  const [row] = await queries.query<{ failed: number }>(
    `select count(*)::int as failed from event where run = $1 and student = $2 and assignment = $3 and kind = 'grader-failed'
     and id > (select coalesce(max(id), 0) from event where run = $1 and kind = 'resumed')`,
    [run, student, assignment],
  );
  return row?.failed ?? 0;
}
