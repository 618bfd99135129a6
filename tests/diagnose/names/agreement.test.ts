import { describe, expect, test } from 'vitest';
import { agreementOf } from '../../../grader/diagnose/names/agreement.ts';
import { domain, number, real, type Task, task } from '../../../grader/kit.ts';

/** A square, of which rounding may change a thousandth where x is 2, and nothing elsewhere. */
const square = task<[x: number], number>('square', ['x'], number, (x) => x * x);
const asTask = square as unknown as Task;
const squares = domain(square, [real({ from: -10, to: 10 })], { rounding: (x) => (x === 2 ? 0.004 : 0) });
const { agrees } = agreementOf(asTask, squares);

describe('two ways of writing one mistake', () => {
  test('agree to eight digits, whatever the task', () => {
    expect(agrees([3], 8, 8 * (1 + 1e-9))).toBe(true);
    expect(agrees([3], 8, 8 * (1 + 1e-7))).toBe(false);
    expect(agreementOf(asTask).agrees([2], 8, 8 * (1 + 1e-7))).toBe(false);
  });

  test('agree as far as two right answers to these arguments may be apart', () => {
    expect(agrees([2], 4, 4.0039)).toBe(true);
    expect(agrees([2], 4, 4.0041)).toBe(false);
    expect(agrees([3], 4, 4.0039)).toBe(false);
  });

  test('agree by the same share where the mistake computes something larger, and not by less where it is smaller', () => {
    expect(agrees([2], 4000, 4003.9)).toBe(true);
    expect(agrees([2], 4000, 4004.1)).toBe(false);
    expect(agrees([2], 0.004, 0.0079)).toBe(true);
  });

  test('agree in every number, by the largest of them all', () => {
    expect(agrees([2], [4000, 1], [4000, 4.9])).toBe(true);
    expect(agrees([2], [4000, 1], [4000, 5.1])).toBe(false);
    expect(agrees([2], [4000], [4000, 1])).toBe(false);
  });

  test('are not the same because nothing is known of the right answer', () => {
    const wild = agreementOf(asTask, domain(square, [real({ from: -10, to: 10 })], { rounding: () => 1e9 }));
    expect(wild.agrees([2], 1e12, 2e12)).toBe(false);
  });

  test('agree where both are not a number, and where both are infinite', () => {
    expect(agrees([2], Number.NaN, Number.NaN)).toBe(true);
    expect(agrees([2], Number.NaN, 0)).toBe(false);
    expect(agrees([2], Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(true);
    expect(agrees([2], Number.POSITIVE_INFINITY, 1e300)).toBe(false);
  });
});
