import { describe, expect, test } from 'vitest';
import type { Data } from '../../grader/kit.ts';
import type { RightAnswer, StandIn } from '../../grader/sandbox/stand-in.ts';
import { openSandbox } from './open-sandbox.ts';

describe('a substitute', () => {
  /** Answered here, and not in there. */
  const answers = (args: Data): RightAnswer => ({ value: ((args as readonly number[])[0] ?? 0) + 100 });
  const standIn: StandIn = { file: 'other.ts', task: 'g', withoutFile: false, parameters: 1, generators: [], answers };
  const standIns = [standIn];
  const withoutFile = [{ ...standIn, withoutFile: true }];
  const main = "import { g } from './other'; export const f = (x: number) => g(x);";

  test('stands in for a function that is imported', async () => {
    const { ask } = openSandbox({ 'main.ts': main, 'other.ts': 'export function g(x: number) { return x; }' });
    expect(await ask({ calls: [[1]], standIns })).toMatchObject({ outcomes: [{ value: 101 }], stuck: false });
  });

  test.each(['export function g( {', 'for (;;); export function g() {}', 'throw 1; export function g() {}'])(
    'stands in for the whole of a file that does not load: %s',
    async (other) => {
      const { ask } = openSandbox({ 'main.ts': main, 'other.ts': other });
      expect(await ask({ calls: [[1]], standIns: withoutFile })).toMatchObject({
        outcomes: [{ value: 101 }],
        stuck: false,
      });
    },
  );

  test.each([
    ['a function', 'export function g(x: number) { return x; } export function h(x: number) { return g(x); }'],
    ['a const', 'export const g = (x: number) => x; export const h = (x: number) => g(x);'],
    [
      'a const that is exported later',
      'const g = (x: number) => x; export const h = (x: number) => g(x); export { g };',
    ],
    ['a name of its own', 'const own = (x: number) => x; export const h = (x: number) => own(x); export { own as g };'],
  ])('reaches calls inside the file that declares it as %s', async (_, other) => {
    const { ask } = openSandbox({ 'main.ts': main.replaceAll(/\bg\b/g, 'h'), 'other.ts': other });
    expect(await ask({ calls: [[1]], standIns })).toMatchObject({ outcomes: [{ value: 101 }], stuck: false });
  });

  test('reaches the file that declares it, where another only hands it on', async () => {
    const files = {
      'main.ts': "export { f } from './all';",
      'other.ts': "export { own as g } from './all';",
      'all.ts': 'export const own = (x: number) => x; export const f = (x: number) => own(x);',
    };
    const { ask } = openSandbox(files);
    expect(await ask({ calls: [[1]], standIns })).toMatchObject({ outcomes: [{ value: 101 }], stuck: false });
  });

  test('says so where the file binds the name for good', async () => {
    const other = 'export const g = (x: number) => x; export const again = () => { (g as any) = 1; };';
    const { ask } = openSandbox({ 'main.ts': main, 'other.ts': other });
    expect(await ask({ calls: [[1]], standIns })).toMatchObject({ stuck: true });
  });

  test('does not show its source', async () => {
    const source = "import { g } from './other'; export const f = () => String(g).includes('100');";
    const { ask } = openSandbox({ 'main.ts': source, 'other.ts': 'export function g() {}' });
    expect(await ask({ calls: [[]], standIns })).toMatchObject({ outcomes: [{ value: false }] });
  });
});
