import { CsvError, type Info, parse } from 'csv-parse/sync';
import { NablaError, saying } from '../errors.ts';

/** One line of a table, and the number it has in the file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: string;
  readonly rows: readonly Row[];
}

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads comma-, semicolon- or tab-separated text, quoted or not, with any line ends; `sep=;` in the first line says
 * which, as Excel writes it. Lines without any text are skipped. Throws `bad-roster`, which names the line.
 */
export function readTable(text: string, file: string): Table {
  const [, separator] = /^\uFEFF?"?sep=(.)"?\r?(?:\n|\r|$)/i.exec(text) ?? [];
  if (separator !== undefined) {
    const rows = parseRows(text, separator, file, 2);
    return { delimiter: separator, rows };
  }
  const tried = delimiters.map((delimiter) => {
    try {
      const rows = parseRows(text, delimiter, file, 1);
      return { delimiter, rows, score: scoreOf(rows) };
    } catch (error) {
      return { delimiter, error, score: -1 };
    }
  });
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a));
  // What can be read as one column alone may be a table in which a quote is not closed.
  const failed = tried.find(({ rows }) => rows === undefined);
  if (best.score <= 0 && failed) throw failed.error;
  return { delimiter: best.delimiter, rows: best.rows ?? [] };
}

/** The share of lines that have as many cells as the first has, where it has several: the right delimiter has them all. */
function scoreOf(rows: readonly Row[]): number {
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  return rows.filter(({ cells }) => cells.length === width).length / rows.length;
}

function parseRows(text: string, delimiter: string, file: string, fromLine: number): Row[] {
  let records: { info: Info; record: string[] }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      from_line: fromLine,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: Info; record: string[] }[];
  } catch (error) {
    const line = error instanceof CsvError ? Number(error['lines']) : Number.NaN;
    const where = Number.isNaN(line) ? file : saying('line', { file, line });
    throw new NablaError('bad-roster', 'cannot-read', { file: where, reason: (error as Error).message });
  }
  return records
    .map(({ info, record }) => ({ line: info.lines, cells: record.map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** No name has control characters or marks that turn the direction of writing; a terminal would obey them. */
const plain = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, ' ')
    .trim();
