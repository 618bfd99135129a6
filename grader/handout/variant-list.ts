import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { NablaError } from '../errors.ts';

/** A student, and the folder of the variant that they have. */
export interface HasVariant {
  readonly student: string;
  readonly folder: string;
}

/** Who has which variant, from the `variants.csv` that `nabla variant --roster` writes. Throws `bad-roster`. */
export function readVariantList(file: string): readonly HasVariant[] {
  let rows: readonly Readonly<Record<string, string>>[];
  try {
    rows = parse(readFileSync(file, 'utf8'), { bom: true, columns: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new NablaError('bad-roster', `${file} cannot be read: ${(error as Error).message}`);
  }
  if (rows.length === 0) throw new NablaError('bad-roster', `${file} names no student`);
  return rows.map(({ student = '', folder = '' }, index) => {
    if (student === '' || folder === '') {
      throw new NablaError(
        'bad-roster',
        `${file}: row ${index + 1} has no ${student === '' ? 'student' : 'folder'}`,
        'Take the file that nabla variant --roster has written.',
      );
    }
    return { student, folder: path.resolve(path.dirname(file), folder) };
  });
}
