import path from 'node:path';
import { NablaError, saying } from '../errors.ts';
import { decode } from '../roster/decode.ts';
import { columnOf } from '../roster/headings.ts';
import { readFile } from '../roster/roster.ts';
import { readTable } from '../roster/table.ts';
import { parseMoment } from './moment.ts';

/** Whose deadline is another one: by student, and by assignment where the table says so (`''` for all). */
export type Extensions = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Reads a table `student,due[,assignment]`. Throws `bad-roster`. */
export function readExtensions(file: string): Extensions {
  const { rows } = readTable(decode(readFile(file)).text, file);
  const [head, ...lines] = rows;
  const headings = head?.cells ?? [];
  const [id, due] = [columnOf('id', headings), columnOf('due', headings)];
  const assignment = columnOf('assignment', headings);
  if (id === -1 || due === -1) throw new NablaError('bad-roster', 'extension-columns', { file });
  const extensions = new Map<string, Map<string, number>>();
  for (const { line, cells } of lines) {
    const student = (cells[id] ?? '').toLowerCase();
    const own = extensions.get(student) ?? new Map<string, number>();
    const slug = assignment === -1 ? '' : (cells[assignment] ?? '');
    const where = saying('line', { file: path.basename(file), line });
    if (own.has(slug)) throw new NablaError('bad-roster', 'extension-twice', { where, student: cells[id] ?? '' });
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
