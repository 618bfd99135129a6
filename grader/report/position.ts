import type { CompiledFile } from '../compile/compile.ts';
import type { ThrownText } from '../sandbox/outcome.ts';

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
    if (file) return { file: name, ...file.original({ line: Number(line), column: Number(column) }) };
  }
  return undefined;
}

export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
