import { declarationsIn } from './declarations.ts';
import type { Position } from './lines.ts';

/** Where a file begins to define a function; undefined where it does not, or only passes one on. */
export function definitionOf(text: string, name: string): Position | undefined {
  const found = new RegExp(`^.*?\\b(?:function\\s*\\*?|const|let|var)\\s+(${name})\\b`, 'm').exec(text);
  if (found === null) return undefined;
  const before = text.slice(0, found.index + found[0].length - name.length);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Whether a file declares something of this name and exports it; no, where it cannot be read by its brackets alone. */
export function exportsName(text: string, name: string): boolean {
  const declarations = declarationsIn(text);
  const own = declarations?.get(name) ?? '';
  if (own === '') return false;
  const lists = (declarations?.get('') ?? '').matchAll(/^export\s*\{([^}]*)\}/gm);
  return (
    /^export\b/.test(own) || [...lists].some(([, names = '']) => names.split(',').some((one) => one.trim() === name))
  );
}
