import type { CompiledFile } from '../../compile/compile.ts';
import type { ThrownText } from '../../sandbox/protocol/outcome.ts';

/** A place in a student's own file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const frame = /([\w./-]+\.ts):(\d+):(\d+)/g;

/** The innermost frame of a stack that lies in the student's files, as the student numbers its lines. */
export function placeOf(error: ThrownText, files: ReadonlyMap<string, CompiledFile>): Place | undefined {
  for (const [, name = '', line, column] of error.stack.matchAll(frame)) {
    const file = files.get(name);
    if (!file) continue;
    const place = file.original({ line: Number(line), column: Number(column) });
    return { file: name, ...place, column: columnOfName(error, file.text, place) };
  }
  return undefined;
}

/** Of a name that is not there, V8 says where the calculation around it stands. */
function columnOfName(
  { name, message }: ThrownText,
  text = '',
  { line, column }: Readonly<Record<'line' | 'column', number>>,
): number {
  const [, unknown] = /^([\p{L}\p{N}$_]+) is not defined/u.exec(message) ?? [];
  if (name !== 'ReferenceError' || unknown === undefined) return column;
  const rest = text.split('\n')[line - 1]?.slice(column - 1) ?? '';
  const isNamePart = /[\p{L}\p{N}$_.]/u;
  const at = [...rest.matchAll(/[\p{L}\p{N}$_]+/gu)].find(
    ({ 0: word, index }) => word === unknown && !isNamePart.test(rest[index - 1] ?? ''),
  );
  return column + (at?.index ?? 0);
}

export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
