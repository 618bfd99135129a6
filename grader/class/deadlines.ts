import path from 'node:path';
import { NablaError } from '../errors.ts';
import { decode } from '../roster/decode.ts';
import { normal, words } from '../roster/headings.ts';
import { readFile } from '../roster/roster.ts';
import { readTable } from '../roster/table.ts';
import { parseMoment } from './moment.ts';

/** Whose deadline is another one: by student, and by assignment where the table says so (`''` for all). */
export type Extensions = ReadonlyMap<string, ReadonlyMap<string, number>>;

const isFor = ['assignment', 'aufgabe', 'задание'];

/** Reads a table `student,due[,assignment]`. Throws `bad-roster`. */
export function readExtensions(file: string): Extensions {
  const { rows } = readTable(decode(readFile(file)).text, file);
  const [head, ...lines] = rows;
  const headings = (head?.cells ?? []).map(normal);
  const column = (names: readonly string[]): number => headings.findIndex((heading) => names.includes(heading));
  const [id, due, assignment] = [column(words.id), column(words.due), column(isFor)];
  if (id === -1 || due === -1) {
    throw new NablaError(
      'bad-roster',
      `${file}: the first line has no columns "student" and "due"`,
      'Write student,due or student,due,assignment.',
    );
  }
  const extensions = new Map<string, Map<string, number>>();
  for (const { line, cells } of lines) {
    const student = (cells[id] ?? '').toLowerCase();
    const own = extensions.get(student) ?? new Map<string, number>();
    const slug = assignment === -1 ? '' : (cells[assignment] ?? '');
    const where = `${path.basename(file)}, line ${line}`;
    if (own.has(slug)) throw new NablaError('bad-roster', `${where}: ${cells[id]} has an extension already`);
    own.set(slug, parseMoment(cells[due] ?? '', where));
    extensions.set(student, own);
  }
  return extensions;
}

/** A student's own deadline: an extension, else what the roster says, else everybody's. */
export function deadlineOf(
  student: string,
  assignment: string,
  { everybody, extensions }: { readonly everybody: number | null; readonly extensions: Extensions },
  onRoster: string,
): number | null {
  const own = extensions.get(student.toLowerCase());
  const extended = own?.get(assignment) ?? own?.get('');
  return extended ?? (onRoster === '' ? everybody : parseMoment(onRoster, student));
}
