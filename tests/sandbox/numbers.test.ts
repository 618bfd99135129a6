import { describe, expect, test } from 'vitest';
import { Foreign } from '../../grader/kit.ts';
import { ByteReader, decode, MalformedBytes } from '../../grader/sandbox/codec/decode.ts';
import { tag } from '../../grader/sandbox/codec/tags.ts';
import { openSandbox } from './open-sandbox.ts';

/** What one call of `f` gives, with time for a machine that is busy. */
async function answerOf(source: string): Promise<unknown> {
  const reply = await openSandbox(source).ask({ callMs: 10_000 });
  const outcome = reply.kind === 'answered' ? reply.outcomes[0] : undefined;
  if (outcome?.kind !== 'value') throw new Error(`expected a value, got ${JSON.stringify(reply)}`);
  return outcome.value;
}

/** What comes back of a function whose body this is. */
const returned = (body: string) => answerOf(`export function f(): unknown { ${body} }`);

describe('an answer of many numbers', () => {
  test('arrives whole: a million, and rows of every length after texts of every length', async () => {
    const million = (await returned('return Array.from({ length: 2 ** 20 }, (_, i) => i / 3);')) as number[];
    expect(million).toHaveLength(2 ** 20);
    expect(million.findIndex((x, i) => x !== i / 3)).toBe(-1);
    const rows = Array.from({ length: 40 }, (_, n) => ({
      text: 'x'.repeat(n % 9),
      flag: n % 2 === 0,
      row: Array.from({ length: n }, (_, i) => n + i / 7),
    }));
    const source = `return Array.from({ length: 40 }, (_, n) => ({
      text: 'x'.repeat(n % 9), flag: n % 2 === 0, row: Array.from({ length: n }, (_, i) => n + i / 7) }));`;
    expect(JSON.stringify(await returned(source))).toBe(JSON.stringify(rows));
  });

  test('keeps −0, infinities and every NaN, that of the engine’s own holes included', async () => {
    const body = `
      const strange = new Float64Array(3);
      new Uint32Array(strange.buffer).set([0xfff7ffff, 0xfff7ffff, 1, 0x7ff00000, 0xffffffff, 0xffffffff]);
      return [[-0, 0, 1 / 0, -1 / 0, 5e-324], strange, [...strange]];`;
    const holes = [Number.NaN, Number.NaN, Number.NaN];
    expect(await returned(body)).toStrictEqual([[-0, 0, Infinity, -Infinity, 5e-324], holes, holes]);
  });

  test('is taken from typed arrays of all kinds, and from views of parts of a buffer', async () => {
    const body = `return [
      Int8Array.of(-1, 2), Uint8ClampedArray.of(300), Float32Array.of(0.1), new Float64Array(0), BigInt64Array.of(1n),
      new Float64Array(Float64Array.of(1, 2, 3, 4).buffer, 8, 2) ];`;
    const float = Math.fround(0.1);
    expect(await returned(body)).toEqual([[-1, 2], [255], [float], [], new Foreign('bigint'), [2, 3]]);
  });

  test('goes on as a list where one of them is none, however late', async () => {
    const body = 'const a: unknown[] = new Array(20000).fill(0.5); a[19999] = "1"; return [a, [1]];';
    expect(await returned(body)).toEqual([[...new Array(19999).fill(0.5), '1'], [1]]);
  });

  test('may fill a frame to its last byte, and is too large beyond that', async () => {
    // Eight bytes are before the numbers: way of loading, whether a substitute is stuck, kind of answer, tag, length.
    const room = 2 ** 21 - 1;
    expect(await returned(`return new Float64Array(${room});`)).toHaveLength(room);
    expect(await returned(`return new Float64Array(${room + 1});`)).toEqual(new Foreign('too-large'));
    expect(await returned(`return new Array(${room + 1}).fill(1);`)).toEqual(new Foreign('too-large'));
  });

  test('that does not fit as numbers may fit as something shorter', async () => {
    const body = 'return [new Float64Array(2 ** 21 - 2 ** 17), new Array(2 ** 18).fill(null)];';
    const [numbers, nulls] = (await returned(body)) as unknown[][];
    expect([numbers?.length, nulls?.length]).toEqual([2 ** 21 - 2 ** 17, 2 ** 18]);
  });

  test('leaves the room of the frame to the answers after it, when it did not fit', async () => {
    const { ask } = openSandbox('export const f = (n: number) => new Float64Array(n).fill(n);');
    const reply = await ask({ calls: [[3e6], [3], [2e6], [2e5], [2]], callMs: 10_000 });
    const values = reply.kind === 'answered' ? reply.outcomes.map((o) => o.kind === 'value' && o.value) : [];
    const large = new Foreign('too-large');
    expect(values.map((value) => (Array.isArray(value) ? value.length : value))).toEqual([large, 3, 2e6, large, 2]);
    expect(values[4]).toEqual([2, 2]);
  });
});

describe('an array that changes while it is read', () => {
  test.each([
    ['shrinks', 'get() { a.length = 2; return 1; }', new Foreign('sparse')],
    ['grows', 'get() { a.push(9); return 1; }', [1, 2, 3, 4]],
    ['gets a text behind the getter', 'get() { a[3] = "x"; return 1; }', [1, 2, 3, 'x']],
    ['gives a number once and a text the next time', 'get() { return n++ === 0 ? (a[3] = "x", 1) : "y"; }', 'y'],
  ])('%s', async (_, getter, expected) => {
    const body = `let n = 0; const a: any[] = [0, 2, 3, 4]; Object.defineProperty(a, 0, { ${getter} }); return a;`;
    expect(await returned(body)).toEqual(expected === 'y' ? ['y', 2, 3, 'x'] : expected);
  });

  test('is read once, in order, each entry up to the first that is no number', async () => {
    const body = `
      const seen: unknown[] = [];
      const watch = (a: unknown[]) => new Proxy(a, { get: (t: any, k) => (seen.push(String(k)), t[k]) });
      return [watch([1, 2]), watch([1, null, 3]), seen];`;
    expect(await returned(body)).toEqual([
      [1, 2],
      [1, null, 3],
      ['length', '0', '1', 'length', '0', '1', '0', '1', '2'],
    ]);
  });

  test('or throws half way, and what was written of it is taken back', async () => {
    const { ask } = openSandbox(`export function f(x: number) {
      const a = [1, 2, 3, 4]; if (x === 1) Object.defineProperty(a, 2, { get() { throw a; } }); return a; }`);
    const reply = await ask({ calls: [[0], [1], [2]] });
    const values = reply.kind === 'answered' ? reply.outcomes.map((o) => o.kind === 'value' && o.value) : [];
    expect(values).toEqual([[1, 2, 3, 4], new Foreign('unreadable'), [1, 2, 3, 4]]);
  });

  test('shrinks the buffer under a typed array: what is gone is no number', async () => {
    const body = `
      const buffer = new (ArrayBuffer as any)(16, { maxByteLength: 16 });
      const part = new Float64Array(buffer); const tail = new Float64Array(buffer, 8, 1);
      return [{ get x() { buffer.resize(8); return 1; } }, part, tail];`;
    expect(await returned(body)).toEqual([{ x: 1 }, [0], []]);
  });
});

describe('what a student does to the language', () => {
  const numbers = [0.5, 1.5, 2.5];
  test.each([
    'for (const C of [Float64Array, Uint8Array, Array, Object]) for (let i = 0; i < 99; i++) Object.defineProperty(C.prototype, i, { set() { throw i; }, get: () => 7, configurable: true });',
    'const T: any = Object.getPrototypeOf(Float64Array.prototype); T.set = T.copyWithin = T.subarray = () => { throw 1; };',
    'const T: any = Object.getPrototypeOf(Float64Array); Object.defineProperty(T, Symbol.species, { get() { throw 1; } });',
    'const T: any = Object.getPrototypeOf(Float64Array.prototype); for (const k of ["length", "buffer", "byteLength", "byteOffset"]) Object.defineProperty(T, k, { get: () => 1 });',
    'Object.setPrototypeOf(Float64Array.prototype, new Proxy({}, { get() { throw 1; }, set() { throw 2; }, has() { throw 3; } }));',
    'for (const k of ["min", "max", "floor"] as const) Math[k] = () => 1e12; (globalThis as any).Math = undefined;',
    '(globalThis as any).Float64Array = (globalThis as any).ArrayBuffer = (globalThis as any).Uint8Array = undefined;',
    'Number.prototype.valueOf = () => 7; (Number.prototype as any)[Symbol.toPrimitive] = () => 7;',
  ])('reaches no number: %s', async (change) => {
    // So many that the buffer grows after the change.
    const source = `${change}
      export function f() { const a: number[] = []; for (let i = 0; i < 40000; i++) Object.defineProperty(a, i, { value: i + 0.5 }); return a; }`;
    const value = (await answerOf(source)) as number[];
    expect(value.slice(0, 3)).toEqual(numbers);
    expect(value.every((x, i) => x === i + 0.5)).toBe(true);
  });

  test('does reach a hole, which shows the number that its prototype has there', async () => {
    const inherit = '(Array.prototype as any)[1] = 5;';
    expect(await answerOf(`${inherit} export const f = () => [1, , 3];`)).toEqual([1, 5, 3]);
    expect(await answerOf(`${inherit} export const f = () => [1, , "3"];`)).toEqual(new Foreign('sparse'));
  });
});

describe('a forged vector', () => {
  const vector = (length: number, bytes: number): Uint8Array => {
    const forged = new Uint8Array(5 + bytes).fill(0xff);
    forged[0] = tag.vector;
    new DataView(forged.buffer).setUint32(1, length, true);
    return forged;
  };

  test.each([
    [1, 7],
    [2, 15],
    [0xffffffff, 64],
    [0x20000000, 0],
  ])('of %i numbers in %i bytes is refused', (length, bytes) => {
    expect(() => decode(new ByteReader(vector(length, bytes)))).toThrow(MalformedBytes);
  });

  test('of the engine’s mark for a hole is of NaN, and has no holes', () => {
    const forged = vector(3, 24);
    for (let at = 5; at < 29; at += 4) new DataView(forged.buffer).setUint32(at, 0xfff7ffff, true);
    const numbers = decode(new ByteReader(forged)) as number[];
    expect(numbers).toStrictEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(Object.keys(numbers)).toEqual(['0', '1', '2']);
  });
});
