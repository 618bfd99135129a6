import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortNumber, shortPair } from '../../../grader/report/values/numbers.ts';

test.each([
  [1.00342, '1.003'],
  [2.4e-17, '2.4e-17'],
  [0.1 + 0.2, '0.3'],
  [1 / 3, '0.3333'],
  [12345.678, '1.235e4'],
  [100, '100'],
  [-0, '0'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
])('%d is written %s', (value, text) => {
  expect(shortNumber(value)).toBe(text);
});

test('two numbers that differ are never written the same', () => {
  expect(shortPair(0.25, 0.2500001)).toEqual(['0.25', '0.2500001']);
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      fc.pre(a !== b);
      const [left, right] = shortPair(a, b);
      expect(left).not.toBe(right);
    }),
  );
});
