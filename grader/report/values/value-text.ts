import { type Data, type ForeignKind, isForeign, isList, isRecord } from '../../kit.ts';
import { literal, inFull as number } from './literal.ts';

const isNumbers = (value: Data): value is readonly number[] =>
  isList(value) && value.every((entry) => typeof entry === 'number');

const isMatrix = (value: Data): value is readonly (readonly number[])[] =>
  isList(value) && value.length > 0 && value.every((row) => isNumbers(row));

/** What one line of a terminal holds. */
const width = 100;

/**
 * A value as a person writes it: a matrix row by row, its columns under one another; a record field by field.
 *
 * @param inLine writes what stands on one line
 */
export function valueText(
  value: Data,
  indent: string,
  foreign: (kind: ForeignKind) => string,
  inLine: (value: Data) => string = literal,
): string {
  if (isForeign(value)) return foreign(value.kind);
  if (isMatrix(value)) return matrixText(value, indent);
  const short = inLine(value);
  if (short.length + indent.length <= width || isNumbers(value)) return short;
  const inner = `${indent}  `;
  if (isList(value))
    return `[\n${value.map((entry) => `${inner}${valueText(entry, inner, foreign, inLine)}`).join(',\n')}\n${indent}]`;
  if (isRecord(value)) {
    const fields = Object.entries(value).map(
      ([key, field]) => `${inner}${key}: ${valueText(field, inner, foreign, inLine)}`,
    );
    return `{\n${fields.join(',\n')}\n${indent}}`;
  }
  return short;
}

function matrixText(rows: readonly (readonly number[])[], indent: string): string {
  const cells = rows.map((row) => row.map(number));
  const widths = (cells[0] ?? []).map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  const lines = cells.map((row) => `[${row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join(', ')}]`);
  if (lines.length === 1) return `[${lines[0]}]`;
  return `[\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}]`;
}
