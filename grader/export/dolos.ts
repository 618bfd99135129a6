import path from 'node:path';
import type { ClassData } from '../class/class-data.ts';
import { filesOf } from '../gradebook/attempts.ts';
import type { Queries } from '../gradebook/database.ts';
import { writeWhole } from '../report/write-file.ts';
import { folderOf } from '../roster/student.ts';
import { tableText } from './cells.ts';

/**
 * The submissions of a class as Dolos reads them: `info.csv`, and one file for each student and assignment in which all
 * their programs follow one another.
 */
export async function writeDolos(queries: Queries, { members }: ClassData, folder: string): Promise<void> {
  const rows: string[][] = [];
  for (const { student, name, grades } of members) {
    for (const { entry, attempt } of grades) {
      if (attempt?.status !== 'graded') continue;
      const files = await filesOf(queries, attempt.id);
      const text = files
        .flatMap(({ name: file, content }) =>
          content && file.endsWith('.ts') ? [`// ${file}\n${Buffer.from(content).toString('utf8')}`] : [],
        )
        .join('\n');
      const file = `${entry.assignment}/${folderOf(student)}.ts`;
      writeWhole(path.join(folder, file), text);
      const time = attempt.details.time;
      rows.push([file, student, name, entry.assignment, time === undefined ? '' : new Date(time).toISOString()]);
    }
  }
  writeWhole(
    path.join(folder, 'info.csv'),
    tableText([['filename', 'id', 'full_name', 'labels', 'created_at'], ...rows]),
  );
}
