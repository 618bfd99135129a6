import PgBoss from 'pg-boss';
import type { Database, Queries } from './database.ts';

/** One student's work in one assignment. */
export interface Job {
  readonly id: string;
  readonly student: string;
  readonly assignment: string;
}

/** The work of a run, in the same database as its results: what ends a job writes what came of it. */
export interface Queue {
  /** Puts work into the queue of a run, as part of a transaction. */
  add(queries: Queries, name: string, jobs: readonly Omit<Job, 'id'>[]): Promise<void>;
  /** Takes so many jobs at most, as part of a transaction; none where none is free. */
  take(queries: Queries, name: string, most: number): Promise<readonly Job[]>;
  complete(queries: Queries, name: string, job: string): Promise<void>;
  /** Gives jobs back: somebody else, or the same one later, takes them. */
  giveBack(queries: Queries, name: string, jobs: readonly string[]): Promise<void>;
  /** How many jobs wait to be taken. */
  size(name: string): Promise<number>;
  create(name: string): Promise<void>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}

/** pg-boss sends several statements at once where it has no values for them. */
const through = (queries: Queries): PgBoss.Db => ({
  async executeSql(text, values) {
    if (values === undefined || values.length === 0) {
      // Those alone have answers.
      if (/^\s*(?:select|with|insert|update|delete)\b/i.test(text) && !/;\s*\S/.test(text)) {
        return { rows: [...(await queries.query(text))] };
      }
      await queries.script(text);
      return { rows: [] };
    }
    return { rows: [...(await queries.query(text, values))] };
  },
});

/** How often a job may be given back: how often its grading failed is counted in the gradebook. */
const retryLimit = 10_000;

/** Opens the queue. Nothing runs in the background: a job is given back when its worker is gone, not when a clock says so. */
export async function openQueue(database: Database): Promise<Queue> {
  const boss = new PgBoss({ db: through(database), schema: 'queue', supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  return {
    async add(queries, name, jobs) {
      const inserts = jobs.map((data) => ({ name, data, retryLimit, retryDelay: 0, expireInSeconds: 23 * 3600 }));
      if (inserts.length > 0) await boss.insert(inserts, { db: through(queries) });
    },
    async take(queries, name, most) {
      const jobs = await boss.fetch<Omit<Job, 'id'>>(name, { batchSize: most, db: through(queries) });
      return jobs.map(({ id, data: { student, assignment } }) => ({ id, student, assignment }));
    },
    async complete(queries, name, job) {
      // What came of it stands in the gradebook; of the job nothing has to stay.
      await boss.deleteJob(name, job, { db: through(queries) });
    },
    async giveBack(queries, name, jobs) {
      for (const job of jobs) await boss.fail(name, job, {}, { db: through(queries) });
    },
    // A count is a bigint, which the driver gives as text.
    size: async (name) => Number(await boss.getQueueSize(name)),
    create: (name) => boss.createQueue(name, { name, policy: 'standard', retryLimit, retryDelay: 0 }),
    remove: (name) => boss.deleteQueue(name),
    close: () => boss.stop({ graceful: false, close: false, wait: false }),
  };
}
