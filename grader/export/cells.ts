import { stringify } from 'csv-stringify/sync';

export type Cell = string | number;

/** How a table is written. */
export interface Dialect {
  readonly delimiter: ',' | ';';
  readonly isForExcel: boolean;
}

export const plainDialect: Dialect = { delimiter: ',', isForExcel: false };
/**
 * What Excel opens by a double click wherever commas are in numbers: semicolons, and a mark without which it takes UTF-8
 * for a code page and spoils every name that is not ASCII.
 */
export const excelDialect: Dialect = { delimiter: ';', isForExcel: true };

/** A table as text. No cell of text can be a formula: one that a spreadsheet would run begins with an apostrophe. */
export function tableText(
  rows: readonly (readonly Cell[])[],
  { delimiter, isForExcel }: Dialect = plainDialect,
): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? numberText(cell, isForExcel) : harmless(cell))),
  );
  const ends = isForExcel ? 'windows' : 'unix';
  // Whoever reads it may end a line at either sign, whichever ends ours.
  return stringify(cells, { bom: isForExcel, delimiter, record_delimiter: ends, quoted_match: /[\r\n]/ });
}

const numberText = (value: number, withComma: boolean): string =>
  withComma ? String(value).replace('.', ',') : String(value);

/** Signs with which a spreadsheet begins a formula, also after blanks and in their full-width forms; a dash alone is none. */
const harmless = (text: string): string =>
  /^(?:[\s\p{Cc}]*[=+\-@＝＋－＠|%]|[\t\r\n])/u.test(text) && text !== '-' ? `'${text}` : text;
