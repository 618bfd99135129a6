import { describe, expect, test } from 'vitest';
import { answerTo, openSandbox } from '../../sandbox/open-sandbox.ts';

/** What `f` of main.ts gives, with these files beside it. */
const answer = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
  const outcome = await openSandbox(files).call();
  return outcome.kind === 'value' ? outcome.value : outcome;
};

describe('modules', () => {
  test('an import is what the other file exports at that time', async () => {
    const counter = 'export let n = 0; export function next() { n++; }';
    const main =
      "import { n, next } from './counter'; export const f = () => { const before = n; next(); return [before, n]; };";
    expect(await answer({ 'main.ts': main, 'counter.ts': counter })).toEqual([0, 1]);
  });

  test('a name is shadowed where the file declares it again', async () => {
    const main = `import { g, h } from './g';
      export const f = () => [g(1), ((g: any) => g(1))((x: number) => -x), { h }.h(1), new (class { g() { return h(5); } })().g()]
      { const g = 1; g.toFixed(); } for (const h of [1]) h.toFixed(); try { throw 1 } catch (g) { g }`;
    expect(await answer({ 'main.ts': main, 'g.ts': 'export const g = (x: number) => x; export const h = g;' })).toEqual(
      [1, -1, 1, 5],
    );
  });

  test('defaults, namespaces, lists, stars and renamed names', async () => {
    const files = {
      'a.ts': 'export default (x: number) => x + 1; export const one = 1, two = 2;',
      'b.ts':
        "export * from './a'; export * as all from './a'; export { one as eins, default as plus } from './a'; export const two = 22;",
      'main.ts': `import plus, * as a from './a'; import { all, eins, one, plus as again, two } from './b';
        export const f = () => [plus(1), a.two, all.two, eins, one, again(2), two];`,
    };
    expect(await answer(files)).toEqual([2, 2, 2, 1, 1, 3, 22]);
  });

  test('a function that is imported is called by itself, though a line before has no semicolon', async () => {
    const main =
      "import { g } from './g';\nexport function f() {\n  const a = [2]\n  g(1)\n  return a.length + g(1)\n}";
    expect(
      await answer({
        'main.ts': main,
        'g.ts': 'export function g(this: any, x: number) { return this === undefined ? x : 100; }',
      }),
    ).toBe(2);
  });

  test('files may import one another', async () => {
    const files = {
      'main.ts':
        "import { odd } from './odd'; export function even(n: number): boolean { return n === 0 || odd(n - 1); } export const f = () => even(10);",
      'odd.ts':
        "import { even } from './main'; export function odd(n: number): boolean { return n !== 0 && even(n - 1); }",
    };
    expect(await answer(files)).toBe(true);
  });

  test('a file of which only types are used is not run', async () => {
    const files = {
      'main.ts': "import { T } from './t'; export const f = (): T => 1 as T;",
      't.ts': 'throw 1; export type T = any;',
    };
    expect(await answer(files)).toBe(1);
  });

  test('a name that the other file does not export says so where it is used, and nowhere else', async () => {
    const files = {
      'main.ts': "import { g, h } from './g'; export const f = () => g(); export const other = () => h();",
      'g.ts': 'export const g = () => 1;',
    };
    expect(await answer(files)).toBe(1);
    const wrong = { ...files, 'main.ts': "import { hh } from './g'; export const f = () => hh();" };
    expect(await answer(wrong)).toMatchObject({ kind: 'threw', error: { name: 'NablaNoExport', message: './g hh' } });
  });

  test('require, exports and module are not there', async () => {
    expect(await answerTo('export const f = () => [typeof require, typeof exports, typeof module]')).toEqual(
      Array(3).fill('undefined'),
    );
  });
});
