import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ClassMessages } from '../class/catalogue.ts';
import type { ClassData } from '../class/class-data.ts';
import type { ClassOptions, RosterTable } from '../class/handed-in/entry.ts';
import { graderNote } from '../class/words.ts';
import { writeWhole } from '../report/write-file.ts';
import { columnOf } from '../roster/headings.ts';
import { folderOf } from '../roster/student.ts';
import { excelDialect, tableText } from './cells.ts';
import { gradesTable } from './grades-table.ts';
import { canvasRows, githubRows, moodleRows } from './worksheets.ts';

/** What is written below `--out`. */
export interface OutRequest {
  readonly folder: string;
  readonly data: ClassData;
  readonly options: Pick<ClassOptions, 'late' | 'tables'>;
  readonly messages: ClassMessages;
  /** Files besides: the class page. */
  readonly pages: readonly { readonly name: string; readonly content: string }[];
}

/** Writes grades, reports and pages. The same gradebook gives the same files, times in `result.json` apart. */
export function writeOut({ folder, data, options, messages, pages }: OutRequest): void {
  const write = (name: string, content: string): void => writeWhole(path.join(folder, name), content);
  for (const { student, grades } of data.members) {
    for (const grade of grades) {
      const own = path.join('students', folderOf(student), grade.entry.assignment);
      rmSync(path.join(folder, own), { recursive: true, force: true });
      const { result, report } = grade.attempt ?? {};
      if (result) write(path.join(own, 'result.json'), result);
      const note = graderNote(grade, options.late, messages).map((line) => `> ${line}\n`);
      if (note.length > 0) write(path.join(own, 'report.md'), [note.join('>\n'), report ?? ''].join('\n'));
    }
  }
  const table = gradesTable(data);
  write('grades.csv', tableText(table));
  write('grades.excel.csv', tableText(table, excelDialect));
  for (const { name, content } of pages) write(name, content);
  for (const [name, content] of platformFiles(data, options.tables, messages)) write(name, content);
}

/** The files that the platform takes from which a roster came. */
function platformFiles(
  data: ClassData,
  tables: readonly RosterTable[],
  messages: ClassMessages,
): readonly [string, string][] {
  return tables.flatMap((table): [string, string][] => {
    switch (table.system) {
      case 'Canvas':
        return [['canvas.csv', tableText(canvasRows(data, table))]];
      case 'GitHub Classroom':
        return [['github-classroom.csv', tableText(githubRows(data, table))]];
      case 'Moodle':
        return isWorksheet(table) ? [['moodle.csv', tableText(moodleRows(data, table, feedbackIn(messages)))]] : [];
      default:
        return [];
    }
  });
}

const isWorksheet = ({ rows: [head = []] }: RosterTable): boolean => columnOf('grade', head) !== -1;

/** What Moodle shows beside a grade: the points of each task. */
export const feedbackIn =
  ({ class: { status } }: ClassMessages) =>
  ({ total, grades }: ClassData['members'][number]): string => {
    const tasks = grades.flatMap(({ attempt }) =>
      attempt?.result
        ? (JSON.parse(attempt.result) as { tasks: { id: string; points: number; maxPoints: number }[] }).tasks
        : [],
    );
    return tasks.length === 0
      ? status[total.status]
      : tasks.map(({ id, points, maxPoints }) => `${id}: ${points}/${maxPoints}`).join('; ');
  };
