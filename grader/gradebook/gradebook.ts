import { existsSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../errors.ts';
import type { Database } from './database.ts';
import { migrate } from './migrations.ts';
import { openQueue, type Queue } from './queue.ts';

/** Where everything about a class is kept. */
export interface Gradebook {
  readonly database: Database;
  readonly queue: Queue;
  /** As people may read it: a folder, or that it is a server. */
  readonly place: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens the gradebook: on the PostgreSQL server of DATABASE_URL, or else embedded, in a folder. Each side is loaded only
 * where it is used. Throws `no-gradebook`.
 */
export async function openGradebook(
  folder: string,
  url: string | undefined,
  { mustExist = false }: { readonly mustExist?: boolean } = {},
): Promise<Gradebook> {
  const isServer = url !== undefined && url !== '';
  if (mustExist && !isServer && !existsSync(path.join(folder, 'PG_VERSION'))) {
    throw new NablaError('no-gradebook', 'no-gradebook', { folder });
  }
  const database = isServer
    ? await (await import('./server.ts')).openServer(url)
    : await (await import('./embedded.ts')).openEmbedded(folder);
  try {
    const queue = await database.alone(async () => {
      await migrate(database);
      return openQueue(database);
    });
    return {
      database,
      queue,
      place: isServer ? 'PostgreSQL' : folder,
      async close() {
        await queue.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
