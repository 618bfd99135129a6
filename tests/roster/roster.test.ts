import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { errorLine } from '../../grader/catalogue/error-words.ts';
import { NablaError } from '../../grader/errors.ts';
import { parseColumns } from '../../grader/roster/columns.ts';
import { readRoster } from '../../grader/roster/roster.ts';
import { folderOf } from '../../grader/roster/student.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-roster-'));
let files = 0;

function fileOf(content: string | Buffer): string {
  files += 1;
  const file = path.join(folder, `${files}.csv`);
  writeFileSync(file, content);
  return file;
}

const read = (content: string | Buffer, ...columns: string[]) =>
  readRoster(fileOf(content), { columns: parseColumns(columns) });
const ids = (content: string | Buffer, ...columns: string[]) => read(content, ...columns).students.map(({ id }) => id);

function refusal(content: string | Buffer, ...columns: string[]): string {
  try {
    read(content, ...columns);
  } catch (error) {
    if (error instanceof NablaError && error.code === 'bad-roster') return errorLine(error, 'en');
    throw error;
  }
  throw new Error('the roster was read');
}

describe('a table is read however it was written:', () => {
  const cells = [
    ['id', 'name'],
    ['s001', 'Müller, Anna'],
    ['s002', 'Ó Briain'],
  ];
  const russian = [
    ['id', 'имя'],
    ['s001', 'Пётр Ильин'],
    ['s002', 'Ёж'],
  ];
  const tables = [
    {
      rows: cells,
      encodings: ['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'utf-16le without', 'windows-1252'],
    },
    {
      rows: russian,
      encodings: ['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'utf-16be without', 'windows-1251'],
    },
  ];
  const bytesIn = (text: string, encoding: string): Buffer => {
    const [name = '', , mark] = encoding.split(' ');
    const addBOM = mark !== undefined || (name.startsWith('utf-16') && !encoding.endsWith('without'));
    return iconv.encode(text, name, { addBOM });
  };
  const written = (rows: string[][], delimiter: string, end: string, quote: boolean): string =>
    rows
      .map((row) => row.map((cell) => (quote || cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter))
      .join(end) + end;

  test.each(
    tables.flatMap(({ rows, encodings }) => encodings.map((encoding): [string, string[][]] => [encoding, rows])),
  )('%s', (encoding, rows) => {
    for (const delimiter of [',', ';', '\t']) {
      for (const end of ['\n', '\r\n', '\r']) {
        for (const quote of [true, false]) {
          const text = written(rows, delimiter, end, quote);
          for (const whole of [text, `sep=${delimiter}${end}${text}`]) {
            const { students, encoding: found } = read(bytesIn(whole, encoding), 'name=2');
            expect(students.map(({ id, name }) => [id, name])).toEqual(rows.slice(1));
            expect(encoding.startsWith(found)).toBe(true);
          }
        }
      }
    }
  });

  test('names with quotes, line feeds and separators come back as they went in', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aбü"\n;,\t ='), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        (names, delimiter) => {
          const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
          const rows = [['id', 'name'], ...names.map((one, at) => [`s${at}`, one])];
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
          const plain = names.map((one) => one.replace(/[\n\t]+/g, ' ').trim());
          expect(read(text).students.map((student) => student.name)).toEqual(plain);
        },
      ),
      { seed: 26 },
    );
  });
});

describe('the exports of', () => {
  const exports: readonly [string, string, Partial<Record<'id' | 'name' | 'email' | 'repository', string>>][] = [
    [
      'Canvas',
      'Student,ID,SIS User ID,SIS Login ID,Section\n"    Points Possible",,,,\n"Doe, Jane",101,s101,jdoe,A\n',
      { id: '101', name: 'Doe, Jane' },
    ],
    [
      'Canvas',
      'Student,ID,SIS Login ID,Section,Homework (17)\n,,,,Manual Posting\n"    Points Possible",,,,100\n"Doe, Jane",101,jdoe,A,\n',
      { id: '101', name: 'Doe, Jane' },
    ],
    [
      'Moodle',
      'Vorname,Nachname,ID-Nummer,E-Mail-Adresse\nJane,Doe,101,j@x\n',
      { id: '101', name: 'Jane Doe', email: 'j@x' },
    ],
    ['Moodle', 'First name,Last name,ID number,Email address\nJane,Doe,101,j@x\n', { id: '101', name: 'Jane Doe' }],
    [
      'Moodle',
      'Имя;Фамилия;Индивидуальный номер;Адрес электронной почты\nАнна;Ким;101;a@x\n',
      { id: '101', name: 'Анна Ким', email: 'a@x' },
    ],
    ['Moodle', 'First name,Last name,Email address,Groups\nJane,Doe,j@x,\n', { id: 'j@x', name: 'Jane Doe' }],
    [
      'Moodle',
      'Identifier,Full name,Email address,Status,Grade,Maximum grade,Feedback comments\nParticipant 123,Jane Doe,j@x,No submission,,100,\n',
      { id: 'Participant 123', name: 'Jane Doe', email: 'j@x' },
    ],
    [
      'Moodle',
      'ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung\nTeilnehmer/in123,Jane Doe,j@x,,,100\n',
      { id: 'Teilnehmer/in123', name: 'Jane Doe' },
    ],
    [
      'Moodle',
      'Идентификатор,Полное имя,Адрес электронной почты,Статус,Оценка\nУчастник 5,Анна Ким,a@x,,\n',
      { id: 'Участник 5', name: 'Анна Ким' },
    ],
    ['Gradescope', 'First Name,Last Name,SID,Email,Sections\nJane,Doe,101,j@x,A\n', { id: '101', name: 'Jane Doe' }],
    [
      'Gradescope',
      'Name,SID,Email,Total Score,Max Points,Status\nJane Doe,101,j@x,,100,\n',
      { id: '101', name: 'Jane Doe' },
    ],
    [
      'GitHub Classroom',
      'identifier,github_username,github_id,name\njane,jd,7,Jane Doe\nrick,,,\n',
      { id: 'jane', name: 'Jane Doe' },
    ],
    [
      'GitHub Classroom',
      'assignment_name,assignment_url,starter_code_url,github_username,roster_identifier,student_repository_name,student_repository_url,submission_timestamp,points_awarded,points_available\nhw,u,s,jd,jane,hw-jd,https://github.com/c/hw-jd,2026-11-30 10:00:00 UTC,0,100\n',
      { id: 'jane', name: 'jd', repository: 'https://github.com/c/hw-jd' },
    ],
    [
      'Classroom 50',
      'username,first_name,last_name,email,section\njd,Jane,Doe,j@x,A\n',
      { id: 'jd', name: 'Jane Doe', email: 'j@x' },
    ],
    [
      'Nabla',
      'student,repository,branch,email,name,variant,due\njd,../r,main,j@x,Jane Doe,,\n',
      { id: 'jd', name: 'Jane Doe', repository: '../r' },
    ],
  ];
  test.each(exports)('%s, %j', (system, text, expected) => {
    const roster = read(text);
    expect(roster.system).toBe(system);
    expect(roster.students[0]).toMatchObject(expected);
    expect(roster.students.map(({ id }) => id)).not.toContain('');
  });

  test('GitHub Classroom go by the account where somebody is not on the roster', () => {
    const head =
      'assignment_name,assignment_url,starter_code_url,github_username,roster_identifier,student_repository_name,student_repository_url,submission_timestamp,points_awarded,points_available';
    expect(ids(`${head}\nhw,u,s,jd,jane,n,https://x/1,,0,100\nhw,u,s,rr,,n,https://x/2,,0,100\n`)).toEqual([
      'jd',
      'rr',
    ]);
  });
});

describe('without headings', () => {
  test('the first column has the ids', () => {
    expect(ids('ada\nemmy\n')).toEqual(['ada', 'emmy']);
    expect(read('s1,Ada Lovelace,ada@x\ns2,Emmy Noether,emmy@x\n').students[1]).toMatchObject({
      id: 's2',
      name: 'Emmy Noether',
      email: 'emmy@x',
    });
    expect(read('s1,https://x/1\ns2,https://x/2\n').students[0]).toMatchObject({ id: 's1', repository: 'https://x/1' });
  });
});

describe('refused, with what to do, is', () => {
  const refused: readonly [string, string, string][] = [
    [
      'a choice of ids',
      'login;Matrikelnummer\na;1\n',
      'several columns could be the id of a student: login, Matrikelnummer',
    ],
    ['no id among known headings', 'Name,Email\nJane,j@x\n', 'there are: Name, Email. Say which: --columns "id=Name".'],
    [
      'a heading nobody knows',
      'Kurzzeichen\ns001\n',
      '--columns "id=Kurzzeichen"; if it is a student, give --columns id=1',
    ],
    ['a line without an id', 'id,name\ns1,A\n,B\n', 'line 3: student 2 has no id'],
    ['a line with too many cells', 'id,name\ns1,A\ns2,B,C\n', 'line 3: 3 cells, expected 2'],
    ['a student twice', 'id\na\nb\nA\n', 'A is listed twice, in the lines 2 and 4'],
    ['nobody', 'id\n', 'lists no students'],
    ['nothing', '', 'lists no students'],
    ['a quote that is not closed', 'id,name\ns1,"A\n', 'cannot be read'],
  ];
  test.each(refused)('%s', (_, text, complaint) => expect(refusal(text)).toContain(complaint));

  test('a column that is not there', () => {
    expect(refusal('id,name\na,A\n', 'id=Login')).toContain('no column "Login". There are: id, name.');
    expect(refusal('id,name\na,A\n', 'name=3')).toContain('no column "3"');
  });
});

test('columns that are named decide, by heading or number', () => {
  expect(ids('login;Matrikelnummer\na;1\n', 'id=Matrikelnummer')).toEqual(['1']);
  expect(ids('login;Matrikelnummer\na;1\n', 'id=1')).toEqual(['a']);
  expect(ids('Kurzzeichen\ns001\n', 'id=Kurzzeichen')).toEqual(['s001']);
  expect(ids('Kurzzeichen\ns001\n', 'id=1')).toEqual(['Kurzzeichen', 's001']);
});

test('the folder of a student lies in its parent on every system, and no two share one', () => {
  expect(folderOf('s001')).toBe('s001');
  expect(folderOf('anna.müller@x.org')).toBe('anna.müller@x.org');
  expect(folderOf('../../etc')).toBe('%2E%2E%2F%2E%2E%2Fetc');
  expect(folderOf('con')).toBe('%63on');
  const id = fc.string({ unit: fc.constantFrom(...'a.%/\\E2 :'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(folderOf(a)).toMatch(/^[^/\\:.\s][^/\\:\s]*$/);
      expect(folderOf(a)).not.toMatch(/\.$/);
      expect(folderOf(a) === folderOf(b)).toBe(a === b);
    }),
    { seed: 26, numRuns: 1000 },
  );
});
