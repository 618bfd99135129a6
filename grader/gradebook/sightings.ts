import type { Sighting } from '../repository/known-times.ts';
import type { Statements } from './database.ts';

/** What a branch was whenever it was fetched, the oldest first. */
export async function sightingsOf(
  queries: Statements,
  repository: string,
  branch: string,
): Promise<readonly Sighting[]> {
  const rows = await queries.query<{ at: Date; tip: string }>(
    'select at, tip from sighting where repository = $1 and branch = $2 order by at',
    [repository, branch],
  );
  return rows.map(({ at, tip }) => ({ at: at.getTime(), tip }));
}

export async function writeSighting(
  queries: Statements,
  repository: string,
  branch: string,
  { at, tip }: Sighting,
): Promise<void> {
  await queries.query(
    'insert into sighting (repository, branch, at, tip) values ($1, $2, $3, $4) on conflict do nothing',
    [repository, branch, new Date(at), tip],
  );
}
