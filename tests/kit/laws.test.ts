import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answerer } from '../../grader/check/answerer.ts';
import { smallestFailure } from '../../grader/check/check-law.ts';
import { judgeInput } from '../../grader/check/judge-input.ts';
import { equals, type Law, law, list, number, part, pure, record, sample, slope, task } from '../../grader/kit.ts';
import type { Outcome } from '../../grader/sandbox/protocol/outcome.ts';

type Args = readonly unknown[];
const inputs = fc.constant([1]) as never;
/** What a law says of the answers to one input. */
const verdict = (of: Law, args: Args, ...values: readonly unknown[]) => of.check(args, { values, argumentsAfter: [] });

const third = task<[x: number], number>('third', ['x'], number, (x) => x / 3);

describe('a law of equality', () => {
  test('is exact where nothing is said of a tolerance', () => {
    const exactly = equals('thirds', third, { inputs, expected: third.answer });
    expect(verdict(exactly, [1], 1 / 3)).toBeUndefined();
    expect(verdict(exactly, [1], 0.33333333333333337)).toMatchObject({
      expected: 1 / 3,
      received: 0.33333333333333337,
    });
  });

  test('has a tolerance of its own, or one that depends on arguments and answer', () => {
    const expected = third.answer;
    const near = equals('thirds', third, { inputs, expected, tolerance: { relative: 0, absolute: 0.1 } });
    expect(verdict(near, [3], 1.09)).toBeUndefined();
    expect(verdict(near, [3], 1.11)).toMatchObject({ expected: 1, received: 1.11 });
    const tolerance = ([x]: readonly [number], right: number) => ({ relative: 0, absolute: x - right });
    const growing = equals('thirds', third, { inputs, expected, tolerance });
    expect(verdict(growing, [3], 2.9)).toBeUndefined();
    expect(verdict(growing, [3], 3.1)).toMatchObject({ expected: 1, received: 3.1 });
  });

  test('computes the right answer to an input once', () => {
    let times = 0;
    const counted = equals('thirds', third, { inputs, expected: (x) => x / 3 + 0 * times++ });
    const args = [6];
    for (const answer of [1, 2, 3]) verdict(counted, args, answer);
    expect(times).toBe(1);
  });
});

test('a law that says nothing else is exact, asks for a hundred inputs, and brings no arguments back', () => {
  expect(law('any', third, { inputs, calls: () => [], check: () => undefined })).toMatchObject({
    id: 'any',
    task: 'third',
    evidence: 'any',
    runs: 100,
    alpha: 0,
    echo: false,
    probes: false,
  });
});

describe('a law about a part of an answer', () => {
  interface Both {
    readonly sum: number;
    readonly product: number;
  }
  const answer = (a: number, b: number): Both => ({ sum: a + b, product: a * b });
  const both = task<[a: number, b: number], Both>('both', ['a', 'b'], record({ sum: number, product: number }), answer);

  test('looks at its fields alone, and holds them against the reference', () => {
    const sums = part('sums', both, { inputs, fields: ['sum'] });
    expect(verdict(sums, [2, 3], { sum: 5, product: 0 })).toBeUndefined();
    expect(verdict(sums, [2, 3], { sum: 6, product: 6 })).toMatchObject({ path: 'sum', expected: 5, received: 6 });
    expect(sums).toMatchObject({ probes: true });
    expect(sums.calls([2, 3])).toEqual([[2, 3]]);
  });

  test('forgives the rounding of a few products, and no more', () => {
    const sums = part('sums', both, { inputs, fields: ['sum'] });
    expect(verdict(sums, [2, 3], { sum: 5 * (1 + 5e-10), product: 0 })).toBeUndefined();
    expect(verdict(sums, [2, 3], { sum: 5 * (1 + 3e-9), product: 0 })).toBeDefined();
  });

  test('may say itself what is right beside what was answered, and how closely', () => {
    const squares = part('squares', both, {
      inputs,
      fields: ['product'],
      expected: ({ sum }, a) => ({ product: a * (sum - a) }),
      tolerance: { relative: 0, absolute: 0.5 },
    });
    expect(verdict(squares, [2, 3], { sum: 9, product: 14.4 })).toBeUndefined();
    expect(verdict(squares, [2, 3], { sum: 9, product: 6 })).toMatchObject({ expected: 14, received: 6 });
  });
});

describe('the law of a gradient', () => {
  interface Point {
    readonly w: readonly number[];
    readonly b: number;
  }
  const value = ({ w, b }: Point): number => w.reduce((sum, x) => sum + x ** 3, 0) + b * w[0]!;
  const right = ({ w, b }: Point): Point => ({
    w: w.map((x, i) => 3 * x ** 2 + (i === 0 ? b : 0)),
    b: w[0]!,
  });
  const gradient = task<[point: Point], Point>('gradient', ['point'], record({ w: list(number), b: number }), right);
  const slopes = slope(gradient, { inputs, at: (point) => point, value: () => value });
  const point = { w: [0.5, -2], b: 3 };

  test('is what finite differences measure, for each number in its place', () => {
    expect(verdict(slopes, [point], right(point))).toBeUndefined();
    const { w, b } = right(point);
    expect(verdict(slopes, [point], { w: [w[0], w[1]! + 0.001], b })).toMatchObject({
      path: 'w[1]',
      expected: expect.closeTo(12, 6),
    });
    expect(verdict(slopes, [point], { w, b: b + 0.001 })).toMatchObject({ path: 'b', received: b + 0.001 });
    expect(slopes).toMatchObject({ id: 'slope', probes: true, runs: 24 });
    expect(slopes.calls([point])).toEqual([[point]]);
  });

  test('forgives a millionth of the slope, and what the noise of the function makes of it', () => {
    const off = (by: number) => ({ w: right(point).w.map((x) => x * by), b: right(point).b });
    expect(verdict(slopes, [point], off(1 + 5e-7))).toBeUndefined();
    expect(verdict(slopes, [point], off(1 + 3e-6))).toBeDefined();
    const noisy = slope(gradient, { inputs, at: (at) => at, value: () => value, noise: () => 1e-4 });
    expect(verdict(noisy, [point], off(1 + 3e-6))).toBeUndefined();
  });
});

describe('purity', () => {
  const pairs = task<[a: number[], b: number[]], number>('pairs', ['a', 'b'], number, () => 0);
  const purity = pure(pairs, fc.constant([[1], [2]]) as never);

  test('asks twice, and wants the arguments back', () => {
    expect(purity).toMatchObject({ id: 'pure', echo: true, runs: 30 });
    expect(purity.calls([[1], [2]])).toEqual([
      [[1], [2]],
      [[1], [2]],
    ]);
  });

  test('names the argument that was changed, by whichever call', () => {
    const before = [[1], [2]];
    const argumentsAfter = [before, [[1], [2, 3]]];
    expect(purity.check(before, { values: [0, 0], argumentsAfter })).toEqual({
      kind: 'argument-changed',
      call: 1,
      path: 'b',
      expected: [2],
      received: [2, 3],
    });
    expect(purity.check(before, { values: [0, 0], argumentsAfter: [before, before] })).toBeUndefined();
  });

  test('shows the two answers to the same arguments', () => {
    const after = [[1], [2]];
    expect(purity.check(after, { values: [4, 5], argumentsAfter: [after, after] })).toEqual({
      kind: 'not-repeatable',
      call: 1,
      expected: 4,
      received: 5,
    });
  });
});

describe('a sample that brings its arguments back', () => {
  const sorted = task<[list: number[]], number>('sorted', ['list'], number, (list) => Math.min(...list));
  const drawn = {
    inputs: fc.constant<number[]>([3, 1, 2]),
    runs: 1,
    calls: (list: number[]): [number[]][] => [[list]],
  };
  const least = { least: { check: () => undefined } };
  const laws = sample('lists', sorted, { ...drawn, echo: true, view: () => 0 }, least);

  test('has a law of purity behind the others, which no author words; one that does not has none', () => {
    expect(laws.map(({ id, evidence, isOfGrader = false }) => [id, evidence, isOfGrader])).toEqual([
      ['least', 'lists', false],
      ['pure', 'lists', true],
    ]);
    expect(sample('lists', sorted, { ...drawn, view: () => 0 }, least)).toHaveLength(1);
  });

  test('names what was changed, and asks nothing more to make it smaller', async () => {
    const purity = laws[1]!;
    const outcome: Outcome = { kind: 'value', value: 1, argumentsAfter: [[1, 2, 3]] };
    const failure = judgeInput(purity, [3, 1, 2], [outcome])!;
    expect(failure).toMatchObject({ kind: 'broken', violation: { kind: 'argument-changed', path: 'list' } });
    let asked = 0;
    const counting: Answerer = async () => {
      asked += 1;
      return { kind: 'out-of-time' };
    };
    expect(await smallestFailure(purity, counting, 1, 0, failure)).toBe(failure);
    expect(asked).toBe(0);
  });
});
