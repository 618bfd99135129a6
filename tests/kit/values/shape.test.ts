import { describe, expect, test } from 'vitest';
import {
  Foreign,
  Interval,
  isForeign,
  isInterval,
  isRecord,
  isRngSeed,
  largestIn,
  RngSeed,
} from '../../../grader/kit/values/data.ts';
import { list, matrixShape, number, recordShape, type Shape, vectorShape } from '../../../grader/kit/values/shape.ts';
import type { Data } from '../../../grader/kit.ts';

const layer = recordShape<{ w: number[][]; b: number }>({ w: matrixShape, b: number });
const twenty = Array.from({ length: 20 }, (_, i) => i);

describe('what a student returns is of the shape that was asked for', () => {
  const right: [string, Shape<unknown>, Data][] = [
    ['a number', number, 3],
    ['NaN', number, Number.NaN],
    ['a list', list(number), [1, 2]],
    ['an empty list', vectorShape, []],
    ['a long vector', vectorShape, twenty],
    ['a matrix of rows of whatever length', matrixShape, [[1, 2], [], twenty]],
    ['an object', layer, { w: [[1]], b: 2 }],
  ];
  test.each(right)('%s', (_, shape, value) => {
    expect(shape.parse(value)).toEqual({ value });
  });

  test('an object with more than that, which is left out', () => {
    expect(layer.parse({ w: [[1]], b: 2, more: 3 })).toEqual({ value: { w: [[1]], b: 2 } });
  });
});

describe('what is of another shape is told by its place', () => {
  const promise = new Foreign('promise');
  const wrong: [string, Shape<unknown>, Data, object][] = [
    ['a text', number, '3', { path: '', expected: 'number', received: '3' }],
    ['no list', vectorShape, 3, { path: '', expected: 'array', received: 3 }],
    ['an object for a list', list(number), { 0: 1 }, { path: '', expected: 'array' }],
    ['a text in a list', list(number), [1, '2'], { path: '[1]', expected: 'number', received: '2' }],
    ['a text in a short vector', vectorShape, [1, '2'], { path: '[1]', expected: 'number', received: '2' }],
    ['a hole late in a long one', vectorShape, [...twenty, undefined], { path: '[20]', expected: 'number' }],
    ['a text early in a long one', vectorShape, ['0', ...twenty], { path: '[0]', received: '0' }],
    ['a row that is none', matrixShape, [[1], 2], { path: '[1]', expected: 'array', received: 2 }],
    ['a text in a row', matrixShape, [[1], [2, '3']], { path: '[1][1]', expected: 'number', received: '3' }],
    ['a matrix that is none', matrixShape, { w: [] }, { path: '', expected: 'array' }],
    ['no object', layer, [1], { path: '', expected: 'object', received: [1] }],
    ['a field that is missing', layer, { w: [] }, { path: 'b', expected: 'number', received: undefined }],
    ['a field of a field', list(layer), [{ w: [[promise]], b: 1 }], { path: '[0].w[0][0]', received: promise }],
    ['a generator', layer, new RngSeed(1), { path: '', expected: 'object' }],
  ];
  test.each(wrong)('%s', (_, shape, value, mismatch) => {
    expect(shape.parse(value)).toMatchObject({ mismatch });
  });

  test('from where one stands', () => {
    expect(number.parse('x', 'a')).toMatchObject({ mismatch: { path: 'a' } });
    expect(layer.parse({ w: 1 }, 'a')).toMatchObject({ mismatch: { path: 'a.w' } });
    expect(list(number).parse(['x'], 'a')).toMatchObject({ mismatch: { path: 'a[0]' } });
  });
});

test('a generator, a foreign thing and an estimate are told from data, and from one another', () => {
  const values = [new RngSeed(1), new Foreign('symbol'), new Interval(2, 0.1), { seed: 1 }, [1], null, 1, undefined];
  const those = (is: (value: never) => boolean) => values.map((value) => is(value as never));
  const none = [false, false, false, false, false, false, false, false];
  expect(those(isRngSeed)).toEqual(none.with(0, true));
  expect(those(isForeign)).toEqual(none.with(1, true));
  expect(those(isInterval)).toEqual(none.with(2, true));
  expect(those(isRecord)).toEqual(none.with(3, true));
  expect(values.slice(0, 3)).toMatchObject([{ seed: 1 }, { kind: 'symbol' }, { center: 2, halfWidth: 0.1 }]);
});

test('the largest number in data is the one farthest from 0', () => {
  expect(largestIn({ a: [1, [-7]], b: { c: 3 }, d: 'x' })).toBe(7);
  expect(largestIn([Number.NaN, Number.POSITIVE_INFINITY, 2])).toBe(2);
  expect(largestIn('100')).toBe(0);
  expect(largestIn([])).toBe(0);
  expect(largestIn(new RngSeed(5))).toBe(0);
});
