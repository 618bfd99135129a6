import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { NablaError } from '../errors.ts';

/** What a first line may call the column of ids; without such a line the first column is taken. */
const headings = ['id', 'identifier', 'student', 'github_username'];

/** The ids of a class, from a CSV file with a student on each line. Throws `bad-roster`. */
export function readRoster(file: string): readonly string[] {
  let rows: string[][];
  try {
    rows = parse(readFileSync(file, 'utf8'), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (error) {
    throw new NablaError('bad-roster', `${file} cannot be read: ${(error as Error).message}`);
  }
  const column = rows[0]?.findIndex((cell) => headings.includes(cell.toLowerCase())) ?? -1;
  const ids = rows.slice(column === -1 ? 0 : 1).map((row) => row[Math.max(column, 0)] ?? '');
  const empty = ids.indexOf('');
  if (ids.length === 0) throw new NablaError('bad-roster', `${file} names no student`);
  if (empty !== -1) throw new NablaError('bad-roster', `${file}: student ${empty + 1} has no id`);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new NablaError('bad-roster', `${file}: ${twice} is there twice`);
  return ids;
}

/** The secret of a class. Without it nobody can tell who gets what. */
export function readSecret(file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new NablaError('bad-roster', `${file} cannot be read: ${(error as Error).message}`);
  }
  if (secret.length < 16) {
    throw new NablaError(
      'bad-roster',
      `${file}: a secret has at least 16 characters`,
      'For example: openssl rand -hex 32',
    );
  }
  return secret;
}

/** The first 32 bits of HMAC-SHA256(secret, assignment + student). */
export const studentSeed = (secret: string, assignment: string, student: string): number =>
  createHmac('sha256', secret).update(`${assignment}${student}`).digest().readUInt32BE(0);

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Who has which variant. */
export const rosterText = (rows: readonly (readonly (string | number)[])[]): string =>
  [['student', 'variant', 'folder', 'seed', 'parameters'], ...rows]
    .map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`)
    .join('');
