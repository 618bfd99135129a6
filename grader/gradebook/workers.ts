import type { Database, Queries } from './database.ts';
import type { Job, Queue } from './queue.ts';
import type { OpenRun } from './runs.ts';

/** A process that takes jobs. It lives as long as it holds a lock of its number. */
export interface Worker {
  /** Takes so many jobs of a run at most, and notes who has them; none where none is free. */
  readonly take: (run: OpenRun, most: number) => Promise<readonly Job[]>;
  /** Ends a job with what `write` writes of it, in one transaction; without effect where the job has been taken away. */
  readonly complete: (run: OpenRun, job: Job, write: (queries: Queries) => Promise<void>) => Promise<void>;
  /** Gives a job back, with what `write` writes of the reason. */
  readonly giveBack: (run: OpenRun, job: Job, write: (queries: Queries) => Promise<void>) => Promise<void>;
  /** Whether everything of a run has been done, by whomever. */
  readonly isDone: (run: OpenRun) => Promise<boolean>;
  /** Gives back the jobs of workers that are gone, and says how many these were. */
  readonly releaseDead: (run: OpenRun) => Promise<number>;
}

export async function enlist(database: Database, queue: Queue): Promise<Worker> {
  const [row] = await database.query<{ id: number }>('insert into worker default values returning id');
  const worker = row!.id;
  await database.hold(worker);
  const disclaim = async (queries: Queries, job: Job): Promise<boolean> => {
    const gone = await queries.query('delete from claim where job = $1 and worker = $2 returning job', [
      job.id,
      worker,
    ]);
    return gone.length > 0;
  };
  return {
    take: ({ id, queue: name }, most) =>
      database.transaction(async (queries) => {
        const jobs = await queue.take(queries, name, most);
        if (jobs.length > 0) {
          await queries.query('insert into claim (job, run, worker) select unnest($1::uuid[]), $2, $3', [
            jobs.map((job) => job.id),
            ...[id, worker],
          ]);
        }
        return jobs;
      }),
    complete: ({ queue: name }, job, write) =>
      database.transaction(async (queries) => {
        if (!(await disclaim(queries, job))) return;
        await write(queries);
        await queue.complete(queries, name, job.id);
      }),
    giveBack: ({ queue: name }, job, write) =>
      database.transaction(async (queries) => {
        if (!(await disclaim(queries, job))) return;
        await write(queries);
        await queue.giveBack(queries, name, [job.id]);
      }),
    async isDone({ id, queue: name }) {
      const [row] = await database.query<{ claimed: number }>(
        'select count(*)::int as claimed from claim where run = $1',
        [id],
      );
      return row?.claimed === 0 && (await queue.size(name)) === 0;
    },
    async releaseDead({ id, queue: name }) {
      const claims = await database.query<{ job: string; worker: number }>(
        'select job, worker from claim where run = $1 and worker <> $2',
        [id, worker],
      );
      const dead: string[] = [];
      for (const claim of claims) if (!(await database.isHeld(claim.worker))) dead.push(claim.job);
      if (dead.length === 0) return 0;
      return database.transaction(async (queries) => {
        // Another worker may have found them, too.
        const taken = await queries.query<{ job: string }>('delete from claim where job = any($1) returning job', [
          dead,
        ]);
        await queue.giveBack(
          queries,
          name,
          taken.map(({ job }) => job),
        );
        return taken.length;
      });
    },
  };
}
