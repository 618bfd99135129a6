import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { NablaError, systemReason } from '../errors.ts';

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
    throw new NablaError('bad-roster', 'cannot-read', { file, reason: systemReason(error) });
  }
  if (rows.length === 0) throw new NablaError('bad-roster', 'no-students', { file });
  return rows.map(({ student = '', folder = '' }, index) => {
    if (student === '' || folder === '') {
      const column = student === '' ? 'student' : 'folder';
      throw new NablaError('bad-roster', 'row-without', { file, row: index + 1, column });
    }
    return { student, folder: path.resolve(path.dirname(file), folder) };
  });
}
