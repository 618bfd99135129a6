import { describe, expect, test } from 'vitest';
import { derivative } from '../../../reference/numerics/finite-differences.ts';
import {
  binaryOperators,
  dualAt,
  type Expression,
  unaryOperators,
  valueAt,
} from '../../../reference/text/expression.ts';

const places = [-1.7, -0.4, 0.3, 1, 2.6];
const shifted: Expression = ['+', ['*', 0.3, 'z'], 1.1];

const formulas: readonly Expression[] = [
  3.5,
  'z',
  ...unaryOperators.map((operator): Expression => [operator, shifted]),
  ...binaryOperators.map((operator): Expression => [operator, shifted, ['+', ['*', 2, ['abs', 'z']], 0.5]]),
  ['/', 'z', ['sqrt', ['+', 1, ['^', 'z', 2]]]],
];

describe.each(formulas.map((formula) => [JSON.stringify(formula), formula] as const))('%s', (_, formula) => {
  test('has the same value with its derivative and without', () => {
    for (const z of places) expect(valueAt(formula, z)).toBe(dualAt(formula, z).value);
  });

  test('has the derivative that differences have', () => {
    for (const z of places) {
      const slope = derivative((x) => valueAt(formula, x), z);
      expect(Math.abs(dualAt(formula, z).slope - slope)).toBeLessThan(1e-7 * Math.max(1, Math.abs(slope)));
    }
  });
});

test('a constant has no slope, where the operator has an infinite one, too', () => {
  expect(dualAt(['+', 'z', ['sqrt', 0]], 3)).toEqual({ value: 3, slope: 1 });
  expect(dualAt(['+', 'z', ['^', 0, 0.5]], 3)).toEqual({ value: 3, slope: 1 });
});

test('0 to a power has a slope, and a constant none', () => {
  expect(dualAt(['^', 'z', 2], 0)).toEqual({ value: 0, slope: 0 });
  expect(dualAt(['^', 2, 3], 1)).toEqual({ value: 8, slope: 0 });
});
