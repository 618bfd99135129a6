import type { Position } from './position-map.ts';

/** Where a file begins to define a function; undefined where it does not, or only passes one on. */
export function definitionOf(text: string, name: string): Position | undefined {
  const found = new RegExp(`^.*?\\b(?:function\\s*\\*?|const|let|var)\\s+(${name})\\b`, 'm').exec(text);
  if (found === null) return undefined;
  const before = text.slice(0, found.index + found[0].length - name.length);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
