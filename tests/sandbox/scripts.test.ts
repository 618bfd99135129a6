import { describe, expect, onTestFinished, test } from 'vitest';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';
import { answerTo, openSandbox } from './open-sandbox.ts';

describe('the names of the language, as a file sees them', () => {
  test('are variables around it, and not looked up on the global object each time', async () => {
    const source = `(globalThis as any).Math = { abs: () => 7 };
      export const f = (x: number) => [Math.abs(x), (globalThis as any).Math.abs(x)];`;
    expect(await answerTo(source, -3)).toEqual([3, 7]);
  });

  test('are those of its own realm', async () => {
    const source = `const all = [Math, Number, Array, Float64Array, Object, Map, Set, JSON, Error, Infinity, isNaN];
      const names = ['Math', 'Number', 'Array', 'Float64Array', 'Object', 'Map', 'Set', 'JSON', 'Error', 'Infinity', 'isNaN'];
      export const f = () => all.map((value, index) => value === (globalThis as any)[names[index]!]);`;
    expect(await answerTo(source)).toEqual(Array(11).fill(true));
  });

  test.each([
    ['a const', 'const Math = { abs: () => 7 };', 7],
    ['a function', 'function isNaN(x: number) { return x; }\nconst Math = { abs: isNaN };', -3],
    ['a class', 'class Math { static abs() { return 8; } }', 8],
  ])('may be those of %s of the file itself', async (_, declared, value) => {
    expect(await answerTo(`${declared}\nexport const f = (x: number) => Math.abs(x);`, -3)).toBe(value);
  });

  test('stand in for nothing that the sandbox takes away', async () => {
    expect(await openSandbox('export const f = () => Math.random();').call()).toMatchObject({ kind: 'threw' });
  });
});

describe('a file', () => {
  test('has its own lines and columns, the first line included', async () => {
    const first = await openSandbox('export function f() { throw new Error("here"); }').call();
    expect(first.kind === 'threw' && first.error.stack).toMatch(/main\.ts:1:/);
    const third = await openSandbox('\n\nexport function f() { throw new Error("here"); }').call();
    expect(third.kind === 'threw' && third.error.stack).toMatch(/main\.ts:3:/);
  });

  test('cannot close the function that it is put into, and run before it is loaded', async () => {
    const code = '}, globalThis.early = true, function () { nabla$.exports.f = () => globalThis.early;';
    const sandbox = new Sandbox({
      files: [{ name: 'main.ts', code, imports: {} }],
      limits: { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 120, frameMb: 16, printedKb: 16 },
      tier: 'local',
    });
    onTestFinished(() => sandbox.close());
    expect(await sandbox.call({ file: 'main.ts', task: 'f', calls: [[]], callMs: 300 })).toMatchObject({
      kind: 'load-threw',
      error: { name: 'SyntaxError' },
    });
  });

  test('that this version of Node does not read is alone in that, and says where', async () => {
    const right = 'nabla$.exports.f = () => typeof globalThis.early;';
    const sandbox = new Sandbox({
      files: [
        { name: 'main.ts', code: 'globalThis.early = 1;\n  const a = 1; let a;', imports: {} },
        { name: 'right.ts', code: right, imports: {} },
      ],
      limits: { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 120, frameMb: 16, printedKb: 16 },
      tier: 'local',
    });
    onTestFinished(() => sandbox.close());
    const wrong = await sandbox.call({ file: 'main.ts', task: 'f', calls: [[]], callMs: 300 });
    expect(wrong).toMatchObject({ kind: 'load-threw', error: { message: expect.stringContaining("'a'") } });
    expect(wrong.kind === 'load-threw' && wrong.error.stack).toMatch(/main\.ts:2:20\b/);
    expect(await sandbox.call({ file: 'right.ts', task: 'f', calls: [[]], callMs: 300 })).toMatchObject({
      kind: 'answered',
      outcomes: [{ kind: 'value', value: 'undefined' }],
    });
  });
});
