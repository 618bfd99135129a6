import { mkdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { NablaError, systemReason } from '../errors.ts';
import type { Database, Queries, Row } from './database.ts';
import { lockFolder } from './lock-folder.ts';

/** PostgreSQL inside of this process, in a folder. Throws `no-gradebook` while another process has it open. */
export async function openEmbedded(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  // 9 MB of WebAssembly: V8 takes longer to optimize it than a class of ten thousand gains by it.
  setFlagsFromString('--liftoff-only');
  let postgres: PGlite;
  try {
    postgres = await PGlite.create(folder);
  } catch (error) {
    unlock();
    throw new NablaError('no-gradebook', 'gradebook-unopened', { folder, reason: systemReason(error) });
  }
  const held = new Set<number>();
  return {
    ...queriesOf(postgres),
    transaction: (work) => postgres.transaction((inside) => work(queriesOf(inside))),
    alone: (work) => work(),
    // Nobody else can have the folder open: who is not in this process does not live.
    hold: async (lock) => held.add(lock).has(lock),
    isHeld: async (lock) => held.has(lock),
    async close() {
      await postgres.close();
      unlock();
    },
  };
}

const queriesOf = (postgres: Pick<PGlite, 'query' | 'exec'>): Queries => ({
  async query<Result extends Row>(text: string, values: readonly unknown[] = []) {
    return (await postgres.query<Result>(text, [...values])).rows;
  },
  async script(text) {
    await postgres.exec(text);
  },
});
