import path from 'node:path';
import type { ClassMessages } from '../../../class/catalogue.ts';
import { type ExportFormat, exportFormats } from '../../../class/choices.ts';
import { type ClassData, classData } from '../../../class/class-data.ts';
import { gradesOf } from '../../../class/grades.ts';
import { alikeIn } from '../../../class/handed-in/alike.ts';
import type { ClassOptions, RosterTable } from '../../../class/handed-in/entry.ts';
import { classPages } from '../../../class-page/pages.ts';
import { NablaError } from '../../../errors.ts';
import { excelDialect, tableText } from '../../../export/cells.ts';
import { writeDolos } from '../../../export/dolos.ts';
import { gradesTable } from '../../../export/grades-table.ts';
import { canvasRows, githubRows, gradescopeRows, moodleRows } from '../../../export/worksheets.ts';
import { feedbackIn, writeOut } from '../../../export/write-out.ts';
import type { Database } from '../../../gradebook/database.ts';
import { listRuns } from '../../../gradebook/runs.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import { readRoster } from '../../../roster/roster.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { GradebookCommand } from './command.ts';

/** An export as text, or where the folder of one was written. Throws `usage`, `bad-roster`. */
export async function exportFormat(
  database: Database,
  name: string,
  { worksheet, out }: Pick<GradebookCommand, 'worksheet' | 'out'>,
  terminal: Terminal,
  messages: ClassMessages,
): Promise<{ readonly text?: string; readonly written?: string }> {
  const format = exportFormats.find((known) => known === name);
  if (format === undefined) throw new NablaError('usage', 'no-format', { name, names: exportFormats });
  const runs = (await listRuns<ClassOptions>(database)).filter(({ undoneAt }) => undoneAt === null);
  const options = runs.at(-1)?.options;
  if (options === undefined) throw new NablaError('usage', 'nothing-graded');
  const slugs = [...new Set(runs.flatMap((run) => run.options.assignments))].sort();
  const students = await gradesOf(database, options.keep);
  const data = classData(projectRoot(), options.language, slugs, students);
  const tables = worksheet === undefined ? options.tables : [tableIn(path.resolve(terminal.folder, worksheet))];
  if (format !== 'class' && format !== 'dolos') return { text: textOf(format, data, tables, messages) };
  if (out === undefined) throw new NablaError('usage', 'format-needs-out', { format });
  const folder = path.resolve(terminal.folder, out);
  if (format === 'dolos') await writeDolos(database, data, folder);
  else
    writeOut({
      folder,
      data,
      options: { ...options, tables },
      messages,
      pages: classPages(data, options, await alikeIn(database, students), messages),
    });
  return { written: out };
}

function textOf(
  format: Exclude<ExportFormat, 'class' | 'dolos'>,
  data: ClassData,
  tables: readonly RosterTable[],
  messages: ClassMessages,
): string {
  const of = (system: string): RosterTable | undefined => tables.find((table) => table.system === system);
  switch (format) {
    case 'csv':
      return tableText(gradesTable(data));
    case 'excel':
      return tableText(gradesTable(data), excelDialect);
    case 'canvas':
      return tableText(canvasRows(data, of('Canvas')));
    case 'moodle':
      return tableText(moodleRows(data, of('Moodle'), feedbackIn(messages)));
    case 'github-classroom':
      return tableText(githubRows(data, of('GitHub Classroom')));
    case 'gradescope':
      return tableText(gradescopeRows(data));
  }
}

/** The platform's own table. Throws `bad-roster`. */
function tableIn(file: string): RosterTable {
  const { system, columns, rows } = readRoster(file);
  if (system === undefined) throw new NablaError('bad-roster', 'unknown-export', { file });
  return { system, idColumn: columns.get('id') ?? '', rows };
}
