import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { compileFile } from '../../grader/compile/compile.ts';

const compile = (text: string) => compileFile({ name: 'main.ts', text }, () => true);

describe('what a file may not hold', () => {
  test.each([
    ['dynamicImport', 'const h = 1;\nexport const f = () => import("node:fs");', 2, 24],
    ['dynamicImport', 'let y: any = 5\ntype A = number\nvoid import("node:fs")', 3, 6],
    ['importMeta', '  import.meta.url', 1, 3],
    ['topLevelAwait', 'export const f = 1;\nawait f;', 2, 1],
    ['topLevelAwait', 'for await (const x of []) {}', 1, 1],
    ['decorator', 'function d() {}\n@d class A {}', 2, 1],
    ['accessor', 'class A { accessor x = 1 }', 1, 11],
    ['namespace', 'namespace N { export const one = 1; }', 1, 1],
    ['importEquals', 'import x = require("./x");', 1, 1],
    ['exportEquals', 'const a = 1;\nexport = a;', 2, 1],
    ['enumValue', 'enum A { one = 1, two = Math.random() }', 1, 25],
    ['importedName', "import { g } from './g';\n[g] = [1];", 2, 2],
  ] as const)('%s: refused at its place', (construct, text, line, column) => {
    expect(compile(text).problem).toEqual({ kind: 'refused', construct, position: { line, column } });
    expect(messagesIn('en').refused[construct]).not.toBe(messagesIn('ru').refused[construct]);
  });

  test('a type whose blank would change what stands around it', () => {
    const door = 'let y: any = 5\ntype A = number\n/import("node:fs").catch(h)/h';
    expect(compile(door).problem).toMatchObject({ position: { line: 3 } });
    expect(compile('const x = 1 + 1 as number / 2;').problem).toMatchObject({ construct: 'unknown' });
  });
});
