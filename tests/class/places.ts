import { readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Cluster, noPostgres, startCluster } from '../gradebook/postgres.ts';
import { temporary } from '../repository/made.ts';
import { withGradebook } from './made-class.ts';

export type Env = Readonly<Record<string, string>>;

export interface Place {
  readonly own: string;
  readonly env: Env;
}

/** Places for the runs of a class, each with a gradebook of its own; the repositories in the class's folder are the same for all. */
export function placesOf(folder: string) {
  let cluster: Cluster | undefined;
  beforeAll(() => {
    if (noPostgres === undefined) cluster = startCluster();
    else console.warn(`skipped: ${noPostgres}`);
  });
  afterAll(() => cluster?.stop());

  async function place(kind: 'embedded' | 'PostgreSQL'): Promise<Place> {
    const own = temporary('recovery');
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.csv') || one === 'repositories')) {
      symlinkSync(path.join(folder, name), path.join(own, name));
    }
    if (kind === 'PostgreSQL') return { own, env: { DATABASE_URL: cluster!.fresh() } };
    await withGradebook(own);
    return { own, env: {} };
  }

  /** Where either gradebook would do: a server is opened in no time, the embedded one takes a second of a processor. */
  const anyPlace = (): Promise<Place> => place(noPostgres === undefined ? 'PostgreSQL' : 'embedded');
  return { place, anyPlace };
}
