import pg from 'pg';
import { NablaError, saying } from '../errors.ts';
import type { Database, Queries, Row } from './database.ts';

/** Our advisory locks among others in the same database: "nabl" in ASCII. */
const lockSpace = 0x6e61626c;

/** A PostgreSQL server, by its URL. Throws `no-gradebook` where it cannot be reached. */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  // A connection that is lost while nobody uses it is replaced by the next one.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    // The URL may hold a password, and so may what the driver says of it.
    const reason = (error as { code?: string }).code ?? saying('bad-url');
    throw new NablaError('no-gradebook', 'database-unreachable', { reason });
  }
  // Held by the connection, so that the server gives the locks back the moment that this process is gone.
  let keeper: pg.PoolClient | undefined;
  return {
    ...queriesOf(pool),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await work(queriesOf(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          () => client.release(true),
        );
        throw error;
      }
    },
    async alone(work) {
      const client = await pool.connect();
      try {
        // Workers are numbered from 1.
        await client.query('select pg_advisory_lock($1, 0)', [lockSpace]);
        return await work();
      } finally {
        // The lock goes with the connection.
        client.release(true);
      }
    },
    async hold(lock) {
      keeper ??= await pool.connect();
      const { rows } = await keeper.query('select pg_try_advisory_lock($1, $2) as held', [lockSpace, lock]);
      return rows[0]?.held === true;
    },
    async isHeld(lock) {
      const { rows } = await pool.query(
        `select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2 and classid = $1 and objid = $2
         and database = (select oid from pg_database where datname = current_database())`,
        [lockSpace, lock],
      );
      return rows.length > 0;
    },
    async close() {
      keeper?.release(true);
      await pool.end();
    },
  };
}

const queriesOf = (client: Pick<pg.Pool, 'query'>): Queries => ({
  async query<Result extends Row>(text: string, values: readonly unknown[] = []) {
    return (await client.query<Result>(text, [...values])).rows;
  },
  async script(text) {
    await client.query(text);
  },
});
