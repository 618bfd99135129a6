import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** Counted from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From a place in the compiled file to the place in the student's. */
export interface PositionMap {
  original(compiled: Position): Position;
}

export function createPositionMap(sourceMap: object | undefined): PositionMap {
  if (sourceMap === undefined) return { original: (position) => position };
  let trace: TraceMap | undefined;
  return {
    original({ line, column }) {
      trace ??= new TraceMap(sourceMap as ConstructorParameters<typeof TraceMap>[0]);
      const found = originalPositionFor(trace, { line, column: column - 1 });
      return found.line === null ? { line, column } : { line: found.line, column: found.column + 1 };
    },
  };
}
