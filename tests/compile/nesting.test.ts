import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFile } from '../../grader/compile/compile.ts';

/**
 * Everything of TypeScript that opens and closes, as a text with a hole for what is nested: expressions, types,
 * patterns and statements. What may stand in the hole is of the kind that is named first.
 */
type Kind = 'value' | 'type' | 'pattern' | 'statement';
type Frame = readonly [hole: Kind, before: string, after: string];

const frames: Readonly<Record<Kind, readonly Frame[]>> = {
  value: [
    ...([
      ['(', ')'],
      ['[', ']'],
      ['[...', ']'],
      ['({ a: ', ' })'],
      ['({ [', ']: 1 })'],
      ['f(', ')'],
      ['a[', ']'],
    ] as const),
    ...([
      ['a?.[', ']'],
      ['new (', ')'],
      ['new A(', ')'],
      ['`${', '}`'],
      ['f`${', '}`'],
      ['!', ''],
      ['- ', ''],
      ['a + ', ''],
    ] as const),
    ...([
      ['a ? ', ' : b'],
      ['a ? (b) : ', ''],
      ['a ? (', ') : c => 1'],
      ['a < (', ')'],
      ['a < b > (', ')'],
      ['a = ', ''],
    ] as const),
    ...([
      ['() => ', ''],
      ['(a = ', ') => 1'],
      ['async (a = ', ') => 1'],
      ['<T,>(a = ', ') => 1'],
      ['({ a = ', ' }) => 1'],
    ] as const),
    ...([
      ['([a = ', ']) => 1'],
      ['function (a = ', ') {}'],
      ['function () { return ', ' }'],
      ['class { a = ', ' }'],
    ] as const),
    ...([
      ['class { [', ']() {} }'],
      ['class extends (', ') {}'],
      ['({ m() { return ', ' } })'],
      ['({ get a() { return ', ' } })'],
    ] as const),
    ...([
      ['<T>', ''],
      ['(', ' as T)'],
      ['(', ')!'],
      ['async () => { await ', ' }'],
      ['async <T>(x: T = ', ') => 1'],
    ] as const),
  ]
    .map(([before, after]): Frame => ['value', before, after])
    .concat([
      ['type', 'a as ', ''],
      ['type', 'f<', '>(1)'],
      ['type', '(a: ', '): b => 1'],
      ['type', '(a): ', ' => 1'],
      ['type', '<T extends ', '>(a: T) => 1'],
      ['type', 'a ? (b: ', ') : c => 1'],
      ['pattern', '(', ') => 1'],
      ['pattern', 'function (', ') {}'],
      ['statement', '() => { ', ' }'],
      ['statement', 'function () { ', ' }'],
      ['statement', 'class { static { ', ' } }'],
    ]),
  type: [
    ...([
      ['(', ')'],
      ['A<', '>'],
      ['{ a: ', ' }'],
      ['{ [k: string]: ', ' }'],
      ['{ [K in ', ']: 1 }'],
      ['[', ']'],
      ['[a: ', ', b?: 1]'],
    ] as const),
    ...([
      ['(a: ', ') => 1'],
      ['(a: 1) => ', ''],
      ['new (a: ', ') => 1'],
      ['<T extends ', '>(a: T) => 1'],
      ['A extends ', ' ? 1 : 2'],
      ['A extends infer U extends ', ' ? 1 : 2'],
    ] as const),
    ...([
      ['A extends B ? ', ' : 2'],
      ['A extends B ? 1 : ', ''],
      ['keyof ', ''],
      ['A[', ']'],
      ['`${', '}`'],
      ['| ', ''],
      ['1 & ', ''],
    ] as const),
    ...([
      ['{ m(a: ', '): 1 }'],
      ['{ new (a: ', '): 1 }'],
      ['typeof a<', '>'],
      ['readonly ', '[]'],
    ] as const),
  ].map(([before, after]): Frame => ['type', before, after]),
  pattern: [
    ['pattern', '[', ']'],
    ['pattern', '{ a: ', ' }'],
    ['pattern', '[...', ']'],
    ['pattern', '{ ...', ' }'],
    ['value', '{ a = ', ' }'],
    ['value', '[a = ', ']'],
    ['type', 'a: ', ''],
  ],
  statement: [
    ...([
      ['{ ', ' }'],
      ['if (a) ', ''],
      ['if (a) {} else ', ''],
      ['for (;;) ', ''],
      ['a: ', ''],
      ['try { ', ' } finally {}'],
    ] as const),
    ...([
      ['switch (a) { case 1: ', ' }'],
      ['do ', ' while (a)'],
      ['function f() { ', ' }'],
      ['namespace A { ', ' }'],
    ] as const),
  ]
    .map(([before, after]): Frame => ['statement', before, after])
    .concat([
      ['value', 'const a = ', ';'],
      ['value', 'for (const a of ', ') ;'],
      ['value', 'enum A { a = ', ' }'],
      ['type', 'type A = ', ';'],
      ['type', 'interface A { a: ', ' }'],
      ['type', 'class A<T extends ', '> {}'],
      ['pattern', 'const ', ' = 1;'],
      ['pattern', 'for (const ', ' of a) ;'],
    ]),
};

const innermost: Readonly<Record<Kind, string>> = { value: '1', type: 'A', pattern: 'a', statement: ';' };

/** A few frames, chosen at random, in one another, over and over: so many deep. */
function nested(choices: readonly number[], depth: number): string {
  let kind: Kind = 'statement';
  let before = '';
  let after = '';
  for (let level = 0; level < depth; level++) {
    const all: readonly Frame[] = frames[kind];
    const [hole, left, right] = all[choices[level % choices.length]! % all.length]!;
    before += left;
    after = right + after;
    kind = hole;
  }
  return before + innermost[kind] + after;
}

const compile = (text: string) => compileFile({ name: 'main.ts', text }, () => true);
const seed = Number(process.env['NABLA_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

// What takes exponential time, or takes the process down, ends no test.
describe(`what is nested at random (seed ${seed})`, () => {
  const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
  test.each([10, 40, 200, 2000])('%d deep is read or refused', (depth) => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const { code, problem } = compile(nested(chosen, depth));
        expect((code === undefined) !== (problem === undefined)).toBe(true);
      }),
      { seed, numRuns: depth > 200 ? 40 : 150 },
    );
  });
});

test.each(Object.entries(frames).flatMap(([kind, all]) => all.map((frame, index) => [kind, frame, index] as const)))(
  'a %s in itself is read or refused at any depth: %j',
  (_, [hole, before, after]) => {
    for (const depth of [40, 400, 4000, 20_000]) {
      const text = `const q = ${before.repeat(depth)}${innermost[hole]}${after.repeat(depth)}`;
      const { code, problem } = compile(text);
      expect((code === undefined) !== (problem === undefined)).toBe(true);
    }
  },
);

test('twenty levels of brackets, as people write them, are read', () => {
  for (const [before, after] of [
    ['(', ')'],
    ['[', ']'],
    ['f(', ')'],
    ['(a: number): number => ', ''],
    ['`${', '}`'],
    ['{ a: ', ' }'],
  ]) {
    expect(compile(`const q = ${before!.repeat(20)}1${after!.repeat(20)};`).problem).toBeUndefined();
  }
});
