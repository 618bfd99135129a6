import path from 'node:path';
import { fill } from '../../../catalogue/catalogue.ts';
import { classMessagesIn } from '../../../class/catalogue.ts';
import type { ClassOptions } from '../../../class/handed-in/entry.ts';
import { readShards } from '../../../export/shard.ts';
import { writeAttempt } from '../../../gradebook/attempts.ts';
import { finishRun, insertRun } from '../../../gradebook/runs.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { checkWritable } from '../writable.ts';
import { exportClass } from './export-class.ts';
import { gradebookOf } from './open-gradebook.ts';

export interface MergeCommand {
  readonly folders: readonly string[];
  readonly out: string;
  readonly gradebook: string | undefined;
}

/** `nabla merge`: shards become one run in one gradebook. 3 where a shard is missing: its students have no verdict. */
export async function merge(command: MergeCommand, terminal: Terminal): Promise<0 | 3> {
  const shards = readShards(command.folders.map((folder) => path.resolve(terminal.folder, folder)));
  const { entries, fingerprint, grader, options: ofShard } = shards[0]!;
  const options: ClassOptions = { ...ofShard, shard: null };
  const messages = classMessagesIn(options.language);
  const out = path.resolve(terminal.folder, command.out);
  checkWritable(out);
  const of = ofShard.shard?.of ?? 1;
  const indices = new Set(shards.map((shard) => shard.options.shard?.index ?? 1));
  const gradebook = await gradebookOf(terminal, command.gradebook, false);
  try {
    const { database } = gradebook;
    const run = await database.transaction(async (queries) => {
      const stored = entries.map((entry) => ({ student: entry.student, assignment: entry.assignment, details: entry }));
      const merged = { kind: 'merge' as const, options, fingerprint, grader, entries: stored, work: [] };
      const begun = await insertRun(queries, merged);
      for (const { attempt, files } of shards.flatMap((shard) => shard.attempts)) {
        const decoded = files.map(({ content, ...file }) => ({
          ...file,
          content: content === null ? undefined : Buffer.from(content, 'base64'),
        }));
        await writeAttempt(queries, begun.id, attempt, decoded);
      }
      await finishRun(queries, begun.id);
      return begun;
    });
    terminal.out(`${fill(messages.class.merged, { shards: indices.size, of, run: run.id })}\n`);
    for (let shard = 1; shard <= of; shard++) {
      if (!indices.has(shard)) terminal.err(`${fill(messages.class.missingShard, { shard })}\n`);
    }
    const place = { root: projectRoot(), out, terminal, messages, all: entries };
    const { failed } = await exportClass(database, run, place);
    return failed.length > 0 ? 3 : 0;
  } finally {
    await gradebook.close();
  }
}
