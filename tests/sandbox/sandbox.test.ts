import { describe, expect, test } from 'vitest';
import { Foreign, RngSeed } from '../../grader/kit.ts';
import { answerTo, openSandbox } from './open-sandbox.ts';

describe('a call into the sandbox', () => {
  test('gives the value that the function returns', async () => {
    expect(await answerTo('export const f = (a: number, b: number[]) => ({ sum: a + b[0] });', 1, [2])).toEqual({
      sum: 3,
    });
  });

  test('goes through many calls in one frame, in order', async () => {
    const calls = Array.from({ length: 1000 }, (_, index) => [index]);
    const reply = await openSandbox('export const f = (x: number) => 2 * x;').ask({ calls });
    expect(
      reply.kind === 'answered' && reply.outcomes.map((outcome) => outcome.kind === 'value' && outcome.value),
    ).toEqual(calls.map(([x = 0]) => 2 * x));
  });

  test('counts the time that the kernel saw it work', async () => {
    const sums = 'export const f = () => { let sum = 0; for (let i = 0; i < 3e7; i++) sum += i; return sum; };';
    const { ask, sandbox } = openSandbox(sums);
    await ask({ callMs: 5000 });
    expect(sandbox.spentMs).toBeGreaterThan(0);
  });

  test('is not made once there is no time left for it', async () => {
    const { ask, sandbox } = openSandbox('export const f = (x: number) => 2 * x;');
    expect(await ask({ calls: [[1]], leftMs: 0 })).toEqual({ kind: 'out-of-time' });
    expect(sandbox.spentMs).toBe(0);
  });

  test('is not late because the grader itself stood still, as on a laptop that was closed', async () => {
    const { ask } = openSandbox('export const f = (x: number) => 2 * x;');
    await ask({ calls: [[1]] });
    const asked = ask({ calls: [[2]], callMs: 50 });
    // Longer than it would ever wait for such a frame, before the answer can even be read.
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500));
    const reply = await asked;
    expect(reply.kind === 'answered' && reply.outcomes).toMatchObject([{ kind: 'value', value: 4 }]);
  });

  test('takes typed arrays as vectors', async () => {
    expect(await answerTo('export const f = () => [new Float64Array([1, 2]), Float32Array.of(0.5)];')).toEqual([
      [1, 2],
      [0.5],
    ]);
  });

  test('brings the arguments back as the call left them, when asked', async () => {
    const { ask } = openSandbox('export const f = (v: number[], rng: unknown) => { v[0] = 9; return 0; };');
    const reply = await ask({ calls: [[[1, 2], new RngSeed(5)]], echo: true });
    expect(reply.kind === 'answered' && reply.outcomes[0]).toEqual({
      kind: 'value',
      value: 0,
      argumentsAfter: [[9, 2], new RngSeed(5)],
    });
  });

  test('hands out a generator in the state that the seed gives', async () => {
    const source = 'export const f = (rng: any) => { const { uniform, normal } = rng; return [uniform(), normal()]; };';
    const first = await answerTo(source, new RngSeed(7));
    expect(await answerTo(source, new RngSeed(7))).toEqual(first);
    expect(await answerTo(source, new RngSeed(8))).not.toEqual(first);
  });

  test.each([
    ['a promise', 'async () => 1', 'promise'],
    ['a function', '() => () => 1', 'function'],
    ['a BigInt', '() => 1n', 'bigint'],
    ['a boxed number', '() => new Number(1)', 'boxed'],
    ['a map', '() => new Map()', 'collection'],
    ['an array with holes', '() => [1, , 3]', 'sparse'],
    ['an array of four thousand million holes', '() => new Array(4e9)', 'too-large'],
    ['an object whose getter throws', '() => ({ get x() { throw 1; } })', 'unreadable'],
    ['more than a frame holds', '() => new Float64Array(3e6)', 'too-large'],
  ] as const)('says that %s is no data', async (_, body, kind) => {
    expect(await answerTo(`export const f = ${body};`)).toEqual(new Foreign(kind));
  });

  test('cuts what is nested too deep, a cycle included', async () => {
    const text = JSON.stringify(await answerTo('export const f = () => { const a: any[] = []; a[0] = a; return a; };'));
    expect(text).toContain('too-deep');
  });
});

describe('a function that fails', () => {
  test('throws with name, message and the line of the student', async () => {
    const outcome = await openSandbox('export function f() {\n  throw new RangeError("too far");\n}').call();
    expect(outcome).toMatchObject({ kind: 'threw', error: { name: 'RangeError', message: 'too far' } });
    expect(outcome.kind === 'threw' && outcome.error.stack).toContain('main.ts:2:');
  });

  test.each(['null', 'undefined', '"text"', '({ get message() { throw 1; } })', 'Symbol("s")'])(
    'may throw %s without harm',
    async (thrown) => {
      expect(await openSandbox(`export const f = () => { throw ${thrown}; };`).call()).toMatchObject({ kind: 'threw' });
    },
  );

  test('that loops for ever is timed out, and the calls before it keep their answers', async () => {
    const { ask } = openSandbox('export const f = (x: number) => { while (x === 2); return x; };');
    const reply = await ask({ calls: [[1], [2], [3]] });
    expect(reply.kind === 'answered' && reply.outcomes.map(({ kind }) => kind)).toEqual([
      'value',
      'timeout',
      'skipped',
    ]);
  });

  test('answers again after a time-out', async () => {
    const { ask, call } = openSandbox('export const f = (x: number) => { while (x === 2); return x; };');
    await ask({ calls: [[2]] });
    expect(await call(5)).toMatchObject({ kind: 'value', value: 5 });
  });

  test('that recurses without end throws', async () => {
    const outcome = await openSandbox('export const f = (): number => f() + 1;').call();
    expect(outcome).toMatchObject({ kind: 'threw', error: { name: 'RangeError' } });
  });

  test('that fills its memory crashes, and the call is named that did it', async () => {
    const source =
      'export const f = (x: number) => { const a: number[][] = []; while (x === 2) a.push(new Array(1e5).fill(x)); return x; };';
    const reply = await openSandbox(source).ask({ calls: [[1], [2], [3]], callMs: 20_000 });
    expect(reply.kind === 'answered' && reply.outcomes.map(({ kind }) => kind)).toEqual([
      'value',
      'crashed',
      'skipped',
    ]);
  });

  test('that fails while it is loaded is told from one that fails when called', async () => {
    expect(await openSandbox('throw new Error("early"); export const f = () => 1;').ask()).toMatchObject({
      kind: 'load-threw',
    });
    expect(await openSandbox('for (;;); export const f = () => 1;').ask()).toMatchObject({ kind: 'load-timeout' });
    expect(await openSandbox('export const g = () => 1;').ask()).toEqual({ kind: 'no-export' });
    expect(await openSandbox('export const f = 3;').ask()).toEqual({ kind: 'no-export' });
  });
});

test('a file may re-export all of another', async () => {
  const { call } = openSandbox({ 'main.ts': "export * from './other';", 'other.ts': 'export const f = () => 5;' });
  expect(await call()).toMatchObject({ kind: 'value', value: 5 });
});

describe('what the sandbox keeps from a student', () => {
  test.each([
    'process',
    'require("fs")',
    'fetch',
    'setTimeout',
    'Buffer',
    'performance',
    'Date',
    'WebAssembly',
    'SharedArrayBuffer',
    'globalThis.process.pid',
    'new Function("return 1")',
    'eval("1")',
    'Math.random()',
    'this.constructor.constructor("return process")()',
    'console.log.constructor("return process")()',
  ])('%s is out of reach', async (expression) => {
    expect(await openSandbox(`export function f() { return String(${expression}); }`).call()).toMatchObject({
      kind: 'threw',
    });
  });

  test('the environment, which is empty, and the harness, which is gone from the global object', async () => {
    const source =
      'export const f = () => Object.getOwnPropertyNames(globalThis).filter((name) => /nabla|process|realm/.test(name));';
    expect(await answerTo(source)).toEqual([]);
  });

  test('what another realm changed, in one that was opened ahead', async () => {
    const source = `let n = 0; export const f = (x: number) => {
      n += 1; (Array.prototype as any).mine = 1; (Math as any).sin = () => 7;
      return [n, Object.keys(Array.prototype).length, Math.cos(0) + x]; };`;
    const { ask } = openSandbox(source);
    for (let law = 0; law < 4; law++) {
      const reply = await ask({ fresh: true, calls: [[law]] });
      expect(reply.kind === 'answered' && reply.outcomes[0]).toMatchObject({ value: [1, 1, 1 + law] });
      // Time enough to open the next one.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  test('state that another realm left behind', async () => {
    const { ask } = openSandbox('let n = 0; export const f = () => { n += 1; return n; };');
    const value = async (fresh: boolean): Promise<unknown> => {
      const reply = await ask({ fresh });
      return reply.kind === 'answered' && reply.outcomes[0];
    };
    expect(await value(false)).toMatchObject({ value: 1 });
    expect(await value(false)).toMatchObject({ value: 2 });
    expect(await value(true)).toMatchObject({ value: 1 });
  });

  test('the chance to spoil the harness by changing the language', async () => {
    const source = `
      Array.prototype.push = () => 0; Object.keys = () => []; JSON.parse = () => 0; String.prototype.slice = () => 'x';
      DataView.prototype.setFloat64 = () => {}; Reflect.apply = () => 42; Array.isArray = () => false;
      export const f = (x: number) => ({ x: [x, x + 1] });`;
    expect(await answerTo(source, 1)).toEqual({ x: [1, 2] });
  });
});

describe('printing', () => {
  test('comes back with the answers, and is cut where it floods', async () => {
    const { ask } = openSandbox(
      'export const f = (n: number) => { for (let i = 0; i < n; i++) console.log("line", i, [NaN]); return 0; };',
    );
    const few = await ask({ calls: [[2]] });
    expect(few.kind === 'answered' && few.printed).toBe('line 0 [NaN]\nline 1 [NaN]\n');
    const many = await ask({ calls: [[1e5]], callMs: 5000 });
    expect(many.kind === 'answered' && many.printed.length).toBeLessThan(20_000);
  });

  test('of a line that is too long to be looked at says how long it is', async () => {
    const { ask } = openSandbox('export const f = () => { console.log("x".repeat(100_000_000)); return 0; };');
    const reply = await ask();
    expect(reply.kind === 'answered' && reply.printed).toBe('[100000000 characters]\n');
  });

  test('comes back from a function that never ends', async () => {
    const reply = await openSandbox('export const f = () => { console.log("here"); for (;;); };').ask();
    expect(reply.kind === 'answered' && reply.printed).toBe('here\n');
  });
});
