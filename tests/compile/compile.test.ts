import { describe, expect, test } from 'vitest';
import { compileFile } from '../../grader/compile/compile.ts';
import { resolveImport } from '../../grader/compile/modules/resolve-import.ts';
import { compileProgram } from '../../grader/compile/program.ts';

const compile = (text: string) => compileFile({ name: 'main.ts', text }, () => true);

describe('compiling a file', () => {
  test('looks its imports up anew each time: which files there are may have changed, though it has not', () => {
    const file = { name: 'main.ts', text: "import { g } from './g';\nexport const f = () => g();\n" };
    expect(compileFile(file, () => true).imports).toEqual({ './g': 'g.ts' });
    expect(compileFile(file, () => false).imports).toEqual({});
  });

  test('keeps the lines and columns of the student', () => {
    const text =
      "import { g } from './g';\nexport function f(x: number, y: Array<string>): number {\n  return g(x) + missing;\n}\n";
    const { code = '', original } = compile(text);
    const lines = code.split('\n');
    expect(lines[2]).toContain('missing');
    const column = (lines[2]?.indexOf('missing') ?? 0) + 1;
    expect(original({ line: 3, column })).toEqual({ line: 3, column: 17 });
  });

  test.each([
    ['an unfinished expression', 'export const f = 1 +;\n', { line: 1, column: 21 }],
    ['a brace that is not closed', 'export function f() {\n  return 1;\n', { line: 3, column: 1 }],
    ['a word twice', 'const a = 1;\nconst a = 2;\n', { line: 2, column: 7 }],
  ])('says where %s is', (_, text, position) => {
    const { problem, code } = compile(text);
    expect(code).toBeUndefined();
    expect(problem).toMatchObject({ kind: 'syntax', position });
  });

  test('supports enums, classes with fields, generators, satisfies and type-only imports', () => {
    const text = `import type { A } from './types'; import { type B, g } from './g';
      enum Kind { First = 1, Second } class C<T> { #x = 1; declare y: string; constructor(private readonly z: T) {} }
      function* h() { yield Kind.Second; } export const f = [...h()] satisfies number[]; export { type B }; g;`;
    expect(compile(text).problem).toBeUndefined();
    expect(compile(text).imports).toEqual({ './g': 'g.ts' });
  });
});

describe('resolving an import', () => {
  const isKnown = (name: string): boolean => ['types.ts', 'lib/sums.ts', 'a.js.ts'].includes(name);
  test.each([
    ['./types', 'types.ts'],
    ['./types.js', 'types.ts'],
    ['./types.ts', 'types.ts'],
    ['./lib/sums', 'lib/sums.ts'],
    ['./lib/../types', 'types.ts'],
  ])('%s is %s', (specifier, name) => {
    expect(resolveImport('.', specifier, isKnown)).toBe(name);
  });

  test.each(['node:fs', 'fs', '/etc/passwd', '../types', './lib/../../types', './none', 'types', 'file:///types.ts'])(
    '%s leads nowhere',
    (specifier) => {
      expect(resolveImport('.', specifier, isKnown)).toBeUndefined();
    },
  );

  test('is relative to the importing file', () => {
    expect(resolveImport('lib', '../types', isKnown)).toBe('types.ts');
    expect(resolveImport('lib', './sums', isKnown)).toBe('lib/sums.ts');
  });
});

describe('a program', () => {
  const file = (name: string, text: string) => ({ name, text, digest: `sha256:${name}` });
  const tasks = [{ id: 'f', file: 'main.ts' }];

  test('is what the files of the tasks import, and nothing else', () => {
    const files = [
      file('main.ts', "import './a'; export const f = 1;"),
      file('a.ts', "import './b';"),
      file('b.ts', ''),
      file('c.ts', ''),
    ];
    const program = compileProgram(files, tasks);
    expect([...program.files.keys()]).toEqual(['main.ts', 'a.ts', 'b.ts']);
    expect(program.digests).toEqual({ 'main.ts': 'sha256:main.ts', 'a.ts': 'sha256:a.ts', 'b.ts': 'sha256:b.ts' });
  });

  test('holds a file that is missing, or no text, with the reason', () => {
    expect(compileProgram([], tasks).files.get('main.ts')?.problem?.kind).toBe('missing');
    const unreadable = { name: 'main.ts', digest: 'link', unreadable: 'link' as const };
    expect(compileProgram([unreadable], tasks).files.get('main.ts')?.problem?.kind).toBe('link');
  });
});
