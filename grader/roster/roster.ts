import { readFileSync } from 'node:fs';
import { NablaError, systemReason } from '../errors.ts';
import { type Columns, type Found, findColumns } from './columns.ts';
import { decode, type Encoding } from './decode.ts';
import type { Role } from './headings.ts';
import type { Student } from './student.ts';
import { type Row, readTable, type Table } from './table.ts';

/** A class as a file names it, and how the file was read: what is shown before anything is done. */
export interface Roster {
  readonly file: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly system: string | undefined;
  /** For each role the heading of its column, or its number where there are no headings. */
  readonly columns: ReadonlyMap<Role, string>;
  readonly students: readonly Student[];
  /** All lines as they are, the headings first; none where there are no headings. */
  readonly rows: readonly (readonly string[])[];
}

export interface RosterOptions {
  readonly columns: ReadonlyMap<Role, string>;
  readonly encoding?: Encoding | undefined;
}

const none: RosterOptions = { columns: new Map() };

/** Reads the roster of a class. Throws `bad-roster`: ambiguous columns, lines without an id, students named twice. */
export function readRoster(file: string, { columns: given, encoding }: RosterOptions = none): Roster {
  const decoded = decode(readFile(file), encoding);
  const table = readTable(decoded.text, file);
  if (table.rows.length === 0) throw new NablaError('bad-roster', 'no-students', { file });
  const found = findColumns(table, given, file);
  const students = readStudents(table, found, file);
  return {
    file,
    encoding: decoded.encoding,
    delimiter: table.delimiter,
    system: found.system,
    columns: headingsOf(table, found),
    students,
    rows: found.hasHeadings ? table.rows.map(({ cells }) => cells) : [],
  };
}

/** The bytes of a file that the caller named. Throws `bad-roster`. */
export function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new NablaError('bad-roster', 'cannot-read', { file, reason: systemReason(error) });
  }
}

function headingsOf({ rows }: Table, { columns, hasHeadings }: Found): ReadonlyMap<Role, string> {
  const heading = (at: number): string => (hasHeadings ? (rows[0]?.cells[at] ?? '') : String(at + 1));
  return new Map(Object.entries(columns).map(([role, at]) => [role as Role, heading(at)]));
}

function readStudents({ rows }: Table, { columns, hasHeadings, system }: Found, file: string): readonly Student[] {
  const width = rows[0]?.cells.length ?? 0;
  const lines = (hasHeadings ? rows.slice(1) : rows).filter((row) => !isForCanvas(row, columns, system));
  const seen = new Map<string, number>();
  const students = lines.map((row, index) => {
    if (row.cells.slice(width).some((cell) => cell !== '')) {
      throw new NablaError('bad-roster', 'too-many-cells', { file, line: row.line, found: row.cells.length, width });
    }
    const student = studentOf(row, columns);
    if (student.id === '') throw new NablaError('bad-roster', 'no-id', { file, line: row.line, number: index + 1 });
    // Ids become names of folders, which some systems compare without case.
    const key = student.id.toLowerCase();
    const before = seen.get(key);
    if (before !== undefined) {
      throw new NablaError('bad-roster', 'listed-twice', {
        ...{ file, student: student.id, first: before, second: row.line },
      });
    }
    seen.set(key, row.line);
    return student;
  });
  if (students.length === 0) throw new NablaError('bad-roster', 'no-students', { file });
  return students;
}

/** Canvas puts lines between its headings and the students that have no id: points possible, manual posting. */
const isForCanvas = ({ cells }: Row, { id = 0 }: Columns, system: string | undefined): boolean =>
  system === 'Canvas' && (cells[id] ?? '') === '' && (cells[id + 1] ?? '') === '' && (cells[id + 2] ?? '') === '';

function studentOf({ cells }: Row, columns: Columns): Student {
  const cell = (role: Role): string => cells[columns[role] ?? -1] ?? '';
  return {
    id: cell('id'),
    name: cell('name') || [cell('firstName'), cell('lastName')].filter((part) => part !== '').join(' '),
    email: cell('email'),
    repository: cell('repository'),
    branch: cell('branch'),
    variant: cell('variant'),
    due: cell('due'),
    pushed: cell('pushed'),
  };
}
