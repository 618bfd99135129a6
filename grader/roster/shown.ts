import path from 'node:path';
import { fill, type Messages } from '../catalogue/catalogue.ts';
import type { Roster } from './roster.ts';
import type { Student } from './student.ts';

/** What was read of a roster, for a person to see before anything is done with it. */
export function shownRoster(roster: Roster, standing: string, { roster: words }: Messages): string {
  const { file, encoding, delimiter, system, columns, students } = roster;
  const delimiters: Readonly<Record<string, string>> = { ',': words.comma, ';': words.semicolon, '\t': words.tab };
  const [first, last] = [students[0], students.at(-1)];
  const lines = [
    fill(words.read, {
      file: path.relative(standing, file),
      format: system === undefined ? '' : fill(words.system, { system }),
      encoding,
      delimiter: delimiters[delimiter] ?? delimiter,
    }),
    fill(words.columns, {
      columns: [...columns]
        .map(([role, heading]) => fill(words.column, { role: words.roles[role], heading }))
        .join(', '),
    }),
    fill(words.students, { count: students.length, first: named(first), last: named(last) }),
  ];
  return `${lines.map((line, at) => (at === 0 ? line : `  ${line}`)).join('\n')}\n`;
}

const named = (student: Student | undefined): string =>
  student === undefined ? '' : student.name === '' ? student.id : `${student.id} (${student.name})`;
