import type { Database } from './database.ts';

/**
 * The schema of the gradebook, in steps. A step that has been released is never changed: a new one follows it.
 * Nothing in it is ever overwritten but when a run ended or was undone.
 */
const steps: readonly string[] = [
  `
  create table run (
    id integer primary key generated always as identity,
    kind text not null check (kind in ('grade', 'regrade', 'merge')),
    -- What the run was called with, and what it was called with as one value, to find it again by.
    options jsonb not null,
    fingerprint text not null,
    queue text not null,
    grader text not null,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    undone_at timestamptz
  );

  -- Who was to be graded in a run, in the roster's order, whether they handed in or not.
  create table entry (
    run integer not null references run,
    position integer not null,
    student text not null,
    assignment text not null,
    details jsonb not null,
    primary key (run, student, assignment)
  );

  create table attempt (
    id bigint primary key generated always as identity,
    run integer not null,
    student text not null,
    assignment text not null,
    status text not null check (status in ('graded', 'not-handed-in', 'not-graded')),
    commit text,
    seed double precision not null,
    variant text,
    grader text not null,
    -- Before and after the penalty for being late, which follows from the commit and the rule.
    earned double precision not null,
    points double precision not null,
    max_points double precision not null,
    late integer not null,
    details jsonb not null,
    -- The text of result.json, to the byte, and of the report.
    result text,
    report text,
    -- The attempt that this one stands in for: the same submission, graded again.
    replaces bigint references attempt,
    made_at timestamptz not null default now(),
    foreign key (run, student, assignment) references entry
  );
  create unique index attempt_once on attempt (run, student, assignment, coalesce(commit, ''))
    where status <> 'not-graded';
  create index attempt_student on attempt (student, assignment);

  -- The files that were graded, each once, so that every result can be derived again.
  create table file (
    digest text primary key,
    content bytea not null
  );
  create table attempt_file (
    attempt bigint not null references attempt,
    name text not null,
    digest text not null,
    problem text,
    primary key (attempt, name)
  );

  -- What a branch was when it was fetched.
  create table sighting (
    repository text not null,
    branch text not null,
    at timestamptz not null,
    tip text not null,
    primary key (repository, branch, at)
  );

  create table event (
    id bigint primary key generated always as identity,
    at timestamptz not null default now(),
    run integer references run,
    student text,
    assignment text,
    kind text not null,
    details jsonb not null default '{}'
  );
  create index event_student on event (student, assignment);

  -- Who works at the queue, and at what: a worker that is gone gives its jobs back.
  create table worker (
    id integer primary key generated always as identity,
    started_at timestamptz not null default now()
  );
  create table claim (
    job uuid primary key,
    run integer not null references run,
    worker integer not null references worker
  );
  `,
];

/** One number for the lock under which the schema is made: two that begin at once wait for each other. */
const schemaLock = 'select pg_advisory_xact_lock(1851875948)';

/** Brings a database to the newest schema, in one transaction. */
export const migrate = (database: Database): Promise<void> =>
  database.transaction(async (queries) => {
    await queries.query(schemaLock);
    await queries.script(
      'create table if not exists schema_step (step integer primary key, made_at timestamptz default now())',
    );
    const [row] = await queries.query<{ done: number }>('select count(*)::int as done from schema_step');
    for (const [step, text] of steps.entries()) {
      if (step < (row?.done ?? 0)) continue;
      await queries.script(text);
      await queries.query('insert into schema_step (step) values ($1)', [step]);
    }
  });

export const schemaSteps = steps.length;
