import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { declarationsIn } from '../../grader/compile/declarations.ts';

const namesIn = (text: string) => {
  const found = declarationsIn(text);
  return found && [...found.keys()];
};

describe('the declarations of a file', () => {
  test('are found by their names, what has none together', () => {
    const text = `import { a } from './a';
// A comment.
export function f(z: number): number {
  const inner = { z };
  return a(inner.z);
}
export const g = (z: number): number =>
  z > 0 ? f(z) : '}{'.length;
let state = \`{\`.length;
interface Shape { size: number }
type Wide = Shape[];
class Box<T> { constructor(readonly value: T) {} }
async function* h() {}
export { f as other };
`;
    expect(namesIn(text)).toEqual(['', 'f', 'g', 'state', 'Shape', 'Wide', 'Box', 'h']);
    expect(declarationsIn(text)?.get('')).toContain('export { f as other };');
    expect(declarationsIn(text)?.get('g')).toContain('z > 0');
  });

  test('of the same name are one', () => {
    const overloads = 'function f(z: number): number;\nfunction f(z: string): string;\nfunction f(z: never) {}\n';
    expect(namesIn(overloads)).toEqual(['f']);
  });

  const unclear: Readonly<Record<string, string>> = {
    'a bracket that is not closed': 'function f() {',
    'a bracket too many': 'function f() {}}',
    'a string that is not closed': "const a = 'b",
    'a comment that is not closed': '/* a',
    'a template that computes': `const a = \`\${1 + 1}\`;`,
    'a regular expression': 'const a = /[{]/;',
  };
  test.each(Object.entries(unclear))('are unknown where there is %s', (_, text) => {
    expect(declarationsIn(text)).toBeUndefined();
  });

  test('are known of the submissions that are right, for the most part', () => {
    const root = 'tests/submissions';
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /right-[^/]*\/[^/]*\.ts$/.test(name) && !name.startsWith('hostile'),
    );
    const unknown = files.filter((name) => declarationsIn(readFileSync(path.join(root, name), 'utf8')) === undefined);
    expect(files.length).toBeGreaterThan(20);
    expect(unknown.length).toBeLessThan(files.length / 10);
  });
});
