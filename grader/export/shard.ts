import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ClassOptions, Entry } from '../class/handed-in/entry.ts';
import type { AttemptDetails, ClassAttempt } from '../class/handed-in/outcome.ts';
import { NablaError } from '../errors.ts';
import { type AttemptFile, countedAttempts, filesOf } from '../gradebook/attempts.ts';
import type { Queries } from '../gradebook/database.ts';
import type { Run } from '../gradebook/runs.ts';
import { writeWhole } from '../report/write-file.ts';

/** One attempt in a shard, with the files that it was made with, so that it can be graded again anywhere. */
export interface ShardAttempt {
  readonly attempt: ClassAttempt;
  readonly files: readonly (Omit<AttemptFile, 'content'> & { readonly content: string | null })[];
}

/** What a shard hands on: the run, the whole class, and the attempts of its part. */
export interface Shard {
  readonly formatVersion: 1;
  readonly fingerprint: string;
  readonly grader: string;
  readonly options: ClassOptions;
  readonly entries: readonly Entry[];
  readonly attempts: readonly ShardAttempt[];
}

/** Writes what `merge` reads: one file, which holds all of a shard. */
export async function writeShard(
  queries: Queries,
  { id, options, fingerprint, grader }: Run<ClassOptions>,
  entries: readonly Entry[],
  folder: string,
): Promise<void> {
  const counted = (await countedAttempts<AttemptDetails>(queries)).filter(({ run }) => run === id);
  const attempts: ShardAttempt[] = [];
  for (const { id: number, run: _, madeAt: __, replaces: ___, ...attempt } of counted) {
    const files = await filesOf(queries, number);
    attempts.push({
      attempt,
      files: files.map(({ content, ...file }) => ({
        ...file,
        content: content === undefined ? null : Buffer.from(content).toString('base64'),
      })),
    });
  }
  const shard: Shard = { formatVersion: 1, fingerprint, grader, options, entries, attempts };
  const { index, of } = options.shard ?? { index: 1, of: 1 };
  writeWhole(path.join(folder, `shard-${index}-of-${of}.json`), `${JSON.stringify(shard)}\n`);
}

const isShard = (name: string): boolean => /^shard-\d+-of-\d+\.json$/.test(name);

/** The shards in some folders, or in the folders within them, as artifacts of a workflow are unpacked. Throws `usage`. */
export function readShards(folders: readonly string[]): readonly Shard[] {
  const files = folders.flatMap((folder) => {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new NablaError('usage', 'no-shard-folder', { folder });
    }
    const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const inside = path.join(folder, entry.name);
      if (!entry.isDirectory()) return isShard(entry.name) ? [inside] : [];
      return readdirSync(inside)
        .filter(isShard)
        .map((name) => path.join(inside, name));
    });
    if (found.length === 0) throw new NablaError('usage', 'no-shard', { folder });
    return found;
  });
  const shards = files.map(readShard);
  const [first] = shards;
  for (const [at, shard] of shards.entries()) {
    const isAlike =
      shard.fingerprint === first!.fingerprint &&
      shard.grader === first!.grader &&
      shard.options.seed === first!.options.seed &&
      shard.options.shard?.of === first!.options.shard?.of;
    if (!isAlike) {
      throw new NablaError('usage', 'other-shard', { file: files[at] ?? '', first: files[0] ?? '' });
    }
  }
  return shards;
}

function readShard(file: string): Shard {
  try {
    const shard = JSON.parse(readFileSync(file, 'utf8')) as Shard;
    if (shard.formatVersion === 1 && Array.isArray(shard.attempts)) return shard;
  } catch {
    // Said below.
  }
  throw new NablaError('usage', 'broken-shard', { file });
}
