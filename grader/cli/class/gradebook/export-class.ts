import path from 'node:path';
import { fill } from '../../../catalogue/catalogue.ts';
import type { ClassMessages } from '../../../class/catalogue.ts';
import { classData } from '../../../class/class-data.ts';
import { gradesOf } from '../../../class/grades.ts';
import { alikeIn } from '../../../class/handed-in/alike.ts';
import type { ClassOptions, Entry } from '../../../class/handed-in/entry.ts';
import { classPages } from '../../../class-page/pages.ts';
import { writeShard } from '../../../export/shard.ts';
import { writeOut } from '../../../export/write-out.ts';
import type { Database } from '../../../gradebook/database.ts';
import type { Run } from '../../../gradebook/runs.ts';
import type { Terminal } from '../../terminal/terminal.ts';

interface ExportPlace {
  readonly root: string;
  readonly out: string;
  readonly terminal: Terminal;
  readonly messages: ClassMessages;
  /** The whole class, also where this is a shard of it. */
  readonly all: readonly Entry[];
}

/** Writes all that comes out of a run, and says how many stand where. Gives those without a verdict. */
export async function exportClass(
  database: Database,
  run: Run<ClassOptions>,
  { root, out, terminal, messages, all }: ExportPlace,
): Promise<{ readonly failed: readonly string[] }> {
  const { options } = run;
  const students = await gradesOf(database, options.keep, run.id);
  const data = classData(root, options.language, options.assignments, students);
  const pages = classPages(data, options, await alikeIn(database, students), messages);
  writeOut({ folder: out, data, options, messages, pages });
  if (options.shard !== null) await writeShard(database, run, all, out);
  const count = (status: string): number => data.members.filter(({ total }) => total.status === status).length;
  const values = {
    folder: path.relative(terminal.folder, out) || '.',
    graded: count('graded'),
    missing: count('not-handed-in'),
    failed: count('not-graded'),
    run: run.id,
  };
  terminal.out(`${fill(messages.class.written, values)}\n`);
  return { failed: data.members.filter(({ total }) => total.status === 'not-graded').map(({ student }) => student) };
}
