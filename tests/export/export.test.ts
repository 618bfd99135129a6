import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ClassData, ClassMember } from '../../grader/class/class-data.ts';
import { excelDialect, plainDialect, tableText } from '../../grader/export/cells.ts';
import { gradesTable } from '../../grader/export/grades-table.ts';
import { canvasRows, githubRows, gradescopeRows, moodleRows } from '../../grader/export/worksheets.ts';

const read = (text: string, delimiter = ','): readonly (readonly string[])[] => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
};

/** What a spreadsheet takes for the beginning of a formula, whatever blanks stand before it. */
const runs = /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]./su;

describe('a table, read by another parser,', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ';', ',', '\n', '\r', '\t', ' ', "'", '＝', 'ё', 'a') }),
    fc.constantFrom('=cmd|"/c calc"!A0', '\t=1+1', '@SUM(1)', '+1', 'Ёлкина, Анна', 'O’Neill; "Ann"'),
  );
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

  test.each([
    ['with commas', plainDialect],
    ['for Excel', excelDialect],
  ])('has every cell as it was, but for an apostrophe before what would be run: %s', (_, dialect) => {
    fc.assert(
      fc.property(table, (rows) => {
        // A first column that is never empty: a line of nothing would be no row.
        const given = rows.map((row, at) => [`n${at}`, ...row]);
        const text = iconv.decode(Buffer.from(tableText(given, dialect)), 'utf8');
        const found = read(text, dialect.delimiter);
        expect(found.map((row) => row.length)).toEqual(given.map((row) => row.length));
        for (const [at, row] of found.entries()) {
          for (const [column, value] of row.entries()) {
            expect(value).not.toMatch(runs);
            expect(value.replace(/^'/, '')).toBe(given[at]![column]!.replace(/^'/, ''));
          }
        }
      }),
      { seed: 26, numRuns: 200 },
    );
  });

  test('begins with the mark by which Excel knows UTF-8, has its semicolons and its commas in numbers', () => {
    const bytes = Buffer.from(tableText([['Ёлкина', 1.5]], excelDialect));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(read(iconv.decode(bytes, 'utf8'), ';')).toEqual([['Ёлкина', '1,5']]);
  });
});

const evil = '=HYPERLINK("http://x";"y")';

function member(student: string, name: string, status: 'graded' | 'not-handed-in' | 'not-graded'): ClassMember {
  const points = { graded: 87.5, 'not-handed-in': 0, 'not-graded': undefined }[status];
  const entry = {
    ...{ position: 0, student, name, email: `${student}@x.org`, assignment: '01-x', due: null, pushed: null },
    ...{ source: { kind: 'none' as const }, variant: null },
  };
  return {
    student,
    name,
    email: entry.email,
    grades: [{ entry, attempt: undefined }],
    total: { status, points, maxPoints: 100, late: 0 },
  };
}

describe('what a platform takes, read by another parser, has everybody with their points:', () => {
  const data: ClassData = {
    assignments: [{ slug: '01-x', title: 'Backpropagation, “1”', maxPoints: 100, tasks: [] }],
    members: [
      member('ada', 'Ёлкина, Анна', 'graded'),
      member('bob', evil, 'not-handed-in'),
      member('cy', 'Cy "C"', 'not-graded'),
    ],
  };
  const harmless = `'${evil}`;
  const table = (system: string, idColumn: string, rows: readonly (readonly string[])[]) => ({
    system,
    idColumn,
    rows,
  });
  const back = (rows: Parameters<typeof tableText>[0]) => read(tableText(rows));

  test('our own, and the one for Excel', () => {
    const own = gradesTable(data);
    for (const rows of [back(own).slice(1), read(tableText(own, excelDialect).slice(1), ';').slice(1)]) {
      expect(rows.map((row) => row[1])).toEqual(['Ёлкина, Анна', harmless, 'Cy "C"']);
      expect(rows.map((row) => row[4])).toEqual(['graded', 'not-handed-in', 'not-graded']);
      expect(rows.map((row) => row[2]?.replace(',', '.'))).toEqual(['87.5', '0', '']);
    }
  });

  test('Canvas', () => {
    const head = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];
    const people = [
      ['Ёлкина, Анна', '11', 'ada', 'a', 'S'],
      [evil, '12', 'bob', 'b', 'S'],
    ];
    const found = back(canvasRows(data, table('Canvas', 'SIS User ID', [head, ...people])));
    expect(found[0]).toEqual([...head, 'Backpropagation, “1”']);
    expect(found[1]?.[0]?.trim()).toBe('Points Possible');
    expect(found.slice(2)).toEqual([
      ['Ёлкина, Анна', '11', 'ada', 'a', 'S', '87.5'],
      [harmless, '12', 'bob', 'b', 'S', '0'],
    ]);
  });

  test('Moodle', () => {
    const head = ['Идентификатор', 'Полное имя', 'Оценка', 'Максимальная оценка', 'Отзыв в виде комментария'];
    const people = ['ada', 'bob', 'cy', 'zoe'].map((id) => [id, 'N', '', '10,00', '']);
    const words = ({ student }: ClassMember): string => `${student}: "0/10"; a\nb`;
    expect(back(moodleRows(data, table('Moodle', 'Идентификатор', [head, ...people]), words))).toEqual([
      head,
      ['ada', 'N', '8.75', '10,00', 'ada: "0/10"; a\nb'],
      ['bob', 'N', '0', '10,00', 'bob: "0/10"; a\nb'],
      ['cy', 'N', '', '10,00', ''],
      ['zoe', 'N', '', '10,00', ''],
    ]);
  });

  test('GitHub Classroom and Gradescope', () => {
    const github = back(githubRows(data, undefined));
    const at = (name: string): number => github[0]!.indexOf(name);
    expect(github.slice(1).map((row) => [row[at('roster_identifier')], row[at('points_awarded')]])).toEqual([
      ['ada', '87.5'],
      ['bob', '0'],
      ['cy', ''],
    ]);
    expect(back(gradescopeRows(data)).slice(1)).toEqual([
      ['Ёлкина, Анна', 'ada', 'ada@x.org', '87.5', '100', 'Graded'],
      [harmless, 'bob', 'bob@x.org', '0', '100', 'Missing'],
      ['Cy "C"', 'cy', 'cy@x.org', '', '100', 'Ungraded'],
    ]);
  });
});
