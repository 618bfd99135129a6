import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activationNames,
  activationOf,
  smoothActivationNames,
} from '../../../reference/activations/activation-choice.ts';
import { derivative } from '../../../reference/numerics/finite-differences.ts';
import { dualAt, type Expression } from '../../../reference/text/expression.ts';

/** Away from 0, where |z| has a kink and second derivatives may jump. */
const z = fc.double({ min: 0.05, max: 8, noNaN: true }).chain((at) => fc.constantFrom(at, -at));

describe.each(activationNames)('%s', (name) => {
  const { value, derivative: slope, limit, range } = activationOf(name);

  test('has the slope that finite differences measure', () => {
    fc.assert(fc.property(z, (at) => Math.abs(slope(at) - derivative(value, at)) < 1e-9));
  });

  test('lies in its range, and is finite as far out as it may be asked for', () => {
    for (const at of [0, 1, -1.278464542761074, 20, -20, limit, -limit]) {
      expect(value(at)).toBeGreaterThanOrEqual(range[0] - 1e-15);
      expect(value(at)).toBeLessThanOrEqual(range[1]);
      expect([value(at), slope(at)].every(Number.isFinite)).toBe(true);
    }
  });
});

describe('an expression', () => {
  const operands: readonly Expression[] = ['z', 2, ['abs', 'z'], ['exp', ['neg', 'z']], ['+', 1, ['*', 'z', 'z']]];
  const smooth: readonly Expression[] = [
    ...operands.flatMap((a) => operands.map((b): Expression => ['/', ['-', a, b], ['+', 3, ['abs', a]]])),
    ['sqrt', ['+', 1, ['^', 'z', 2]]],
    ['log', ['+', 1, ['exp', 'z']]],
    ['^', 2, 'z'],
    ['^', ['abs', 'z'], 'z'],
    ['+', ['sin', 'z'], ['cos', ['*', 2, 'z']]],
    ['*', ['tanh', 'z'], ['atan', 'z']],
    ['-', ['asinh', 'z'], ['sinh', ['/', 'z', 8]]],
    ['/', 1, ['cosh', 'z']],
  ];
  test.each(smooth.map((expression) => [JSON.stringify(expression), expression] as const))(
    '%s has the slope that finite differences measure',
    (_, expression) => {
      fc.assert(
        fc.property(z, (at) => {
          const { value, slope } = dualAt(expression, at);
          const measured = derivative((x) => dualAt(expression, x).value, at);
          expect(Math.abs(slope - measured)).toBeLessThan(1e-6 * (1 + Math.abs(value) + Math.abs(slope)));
        }),
      );
    },
  );

  test('has a slope at 0 where a power and a quotient have one', () => {
    expect(dualAt(['^', 'z', 3], 0)).toEqual({ value: 0, slope: 0 });
    expect(dualAt(['/', 'z', ['+', 1, ['abs', 'z']]], 0)).toEqual({ value: 0, slope: 1 });
  });
});

test('a formula that somebody has written is computed, and its derivative with it', () => {
  const cube = activationOf({
    source: 'z^3',
    expression: ['^', 'z', 3],
    tex: 'z^3',
    derivativeTex: '3z^2',
    text: 'z³',
    derivativeText: '3z²',
    limit: 100,
    range: [-1e6, 1e6],
  });
  expect(cube).toMatchObject({ name: 'phi', symbol: 'φ', text: 'z³', limit: 100 });
  expect([cube.value(2), cube.derivative(2)]).toEqual([8, 12]);
});

test('ReLU alone of the named ones has a kink', () => {
  expect(activationNames.filter((name) => !new Set<string>(smoothActivationNames).has(name))).toEqual(['relu']);
});
