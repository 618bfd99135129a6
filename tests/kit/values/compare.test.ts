import { describe, expect, test } from 'vitest';
import { exact, isClose } from '../../../grader/kit/values/compare.ts';

const nineDigits = { relative: 1e-9, absolute: 0 };

describe('a number is close to another', () => {
  test('within the given digits of it, however small it is', () => {
    for (const size of [1, 1e-30, 1e-300, 1e300]) {
      expect(isClose(size, size * (1 + 0.9e-9), nineDigits)).toBe(true);
      expect(isClose(size, size * (1 + 2e-9), nineDigits)).toBe(false);
    }
  });

  test('below the smallest normal number within the digits that doubles have there', () => {
    // n·(w·x) and (n·w)·x
    expect(2 * (5e-209 * 3e-110)).not.toBe(2 * 5e-209 * 3e-110);
    expect(isClose(2 * (5e-209 * 3e-110), 2 * 5e-209 * 3e-110, nineDigits)).toBe(true);
    expect(isClose(1e-310, 0, nineDigits)).toBe(false);
    expect(isClose(5e-324, 0, exact)).toBe(false);
  });
});
