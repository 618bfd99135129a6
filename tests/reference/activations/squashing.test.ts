import { describe, expect, test } from 'vitest';
import { type Member, squashing } from '../../../reference/activations/squashing.ts';
import { faultOf, type Measured, saturating } from '../../../reference/activations/squashing-formula.ts';
import { derivative } from '../../../reference/numerics/finite-differences.ts';
import { dualAt, type Expression } from '../../../reference/text/expression.ts';

const measured = (expression: Expression, limit = 1e6): Measured => ({
  value: (z) => dualAt(expression, z).value,
  derivative: (z) => dualAt(expression, z).slope,
  limit,
});

const members: readonly Member[] = (['tanh', 'logistic', 'softsign', 'arctan', 'root'] as const).flatMap((family) => [
  { family, A: 1, B: 1 },
  { family, A: 1.7159, B: 2 / 3 },
  { family, A: 0.8, B: 1.3 },
]);

const away = [-6, -3, -0.5, 0.3, 1, 4];

describe.each(members)('$family with A = $A, B = $B', (member) => {
  const shape = squashing(member);
  const [lower, upper] = shape.bounds;

  test.each(away)('has the slope that differences measure, at %d', (z) => {
    expect(shape.derivative(z)).toBeCloseTo(derivative(shape.activate, z), 9);
  });

  test.each(away)('has the same slope from the output, and an inverse, at %d', (z) => {
    const a = shape.activate(z);
    expect(shape.derivativeFromOutput(a)).toBeCloseTo(shape.derivative(z), 12);
    expect(shape.inverse(a)).toBeCloseTo(z, 9);
  });

  test('is steepest at 0, and rises from bound to bound', () => {
    expect(shape.derivative(0)).toBe(shape.steepest);
    expect(shape.activate(1e9)).toBeCloseTo(upper, 8);
    expect(shape.activate(-1e9)).toBeCloseTo(lower, 8);
    expect(shape.derivativeFromOutput(upper)).toBeCloseTo(0, 12);
    expect(shape.derivativeFromOutput(lower)).toBeCloseTo(0, 12);
  });

  test.each([0.98, 0.36, 0.01, 1e-6, 1e-8])('has %d of its slope left at the point that it gives', (share) => {
    // Out there 1 − tanh² has few digits left.
    const digits = member.family === 'tanh' ? 6 : 9;
    expect(shape.derivative(shape.pointOfShare(share)) / (share * shape.steepest)).toBeCloseTo(1, digits);
  });

  test('is recognized from its values', () => {
    const found = saturating({ value: shape.activate, derivative: shape.derivative, limit: Number.MAX_VALUE });
    expect(found.member?.family).toBe(member.family);
    expect(found.member?.A).toBeCloseTo(member.A, 12);
    expect(found.member?.B).toBeCloseTo(member.B, 12);
  });
});

describe('a formula', () => {
  const written: [string, Expression, Member][] = [
    ['0.9 atan(1.1 z)', ['*', 0.9, ['atan', ['*', 1.1, 'z']]], { family: 'arctan', A: 0.9, B: 1.1 }],
    [
      '2 / (1 + exp(−z)) − 1, which is tanh(z/2)',
      ['-', ['/', 2, ['+', 1, ['exp', ['neg', 'z']]]], 1],
      { family: 'tanh', A: 1, B: 0.5 },
    ],
    [
      '1.4 z / √(1 + 0.7 z²)',
      ['/', ['*', 1.4, 'z'], ['sqrt', ['+', 1, ['*', 0.7, ['^', 'z', 2]]]]],
      { family: 'root', A: 1.4, B: 0.7 },
    ],
    [
      '1.2 z / (1 + 0.8 |z|)',
      ['/', ['*', 1.2, 'z'], ['+', 1, ['*', 0.8, ['abs', 'z']]]],
      { family: 'softsign', A: 1.2, B: 0.8 },
    ],
    [
      '1.5 / (1 + exp(−1.25 z))',
      ['/', 1.5, ['+', 1, ['exp', ['*', -1.25, 'z']]]],
      { family: 'logistic', A: 1.5, B: 1.25 },
    ],
  ];
  test.each(written)('%s is recognized, with the numbers that were written', (_, expression, member) => {
    expect(faultOf(measured(expression, 500))).toBeUndefined();
    expect(saturating(measured(expression, 500)).member).toEqual(member);
  });

  const sum: Expression = ['+', ['*', 0.5, ['tanh', 'z']], ['*', 0.3, ['atan', 'z']]];
  test('that no family has is searched for its inverse', () => {
    expect(faultOf(measured(sum))).toBeUndefined();
    const { shape, member } = saturating(measured(sum));
    expect(member).toBeUndefined();
    for (const z of [...away, 0]) {
      expect(shape.inverse(shape.activate(z))).toBeCloseTo(z, 9);
      expect(shape.derivativeFromOutput(shape.activate(z))).toBeCloseTo(shape.derivative(z), 13);
    }
    for (const share of [0.98, 0.1, 1e-6]) {
      expect(shape.derivative(shape.pointOfShare(share))).toBeCloseTo(share * shape.steepest, 13);
    }
  });

  test('that no family has goes from bound to bound around its own middle, as far as it can be computed', () => {
    const raised = measured(['+', 0.2, sum], 1000);
    const { shape } = saturating(raised);
    expect(shape.steepest).toBeCloseTo(0.8, 12);
    expect(shape.bounds).toEqual([raised.value(-1000), raised.value(1000)]);
    expect(shape.inverse(0.2)).toBe(0);
    for (const z of [...away, 300, -900]) expect(shape.inverse(shape.activate(z)) / z).toBeCloseTo(1, 6);
    expect(shape.bounds.map((bound) => Math.abs(shape.inverse(bound)) / 1000)).toEqual([
      expect.closeTo(1, 9),
      expect.closeTo(1, 9),
    ]);
    expect(shape.inverse(5)).toBe(1000);
  });

  const bumpAt = (place: number): Expression => ['exp', ['neg', ['^', ['-', 'z', place], 2]]];
  const faults: [string, Expression, ReturnType<typeof faultOf>][] = [
    ['−tanh(z)', ['neg', ['tanh', 'z']], 'falls'],
    ['sin(z)', ['sin', 'z'], 'falls'],
    ['0', ['*', 0, 'z'], 'falls'],
    ['tanh(z) with a hill on its left', ['+', ['tanh', 'z'], bumpAt(-3)], 'falls'],
    ['tanh(z) with a hill on its right', ['+', ['tanh', 'z'], bumpAt(3)], 'falls'],
    ['z', 'z', 'unbounded'],
    ['asinh(z)', ['asinh', 'z'], 'unbounded'],
    ['tanh(z − 1)', ['tanh', ['-', 'z', 1]], 'not-steepest-at-zero'],
    [
      'tanh(z) with a steep step on its left',
      ['+', ['tanh', 'z'], ['*', 0.5, ['tanh', ['*', 5, ['+', 'z', 3]]]]],
      'not-steepest-at-zero',
    ],
    ['tanh(z³)', ['tanh', ['^', 'z', 3]], 'not-steepest-at-zero'],
    ['exp(−exp(−z)), which saturates sooner on one side', ['exp', ['neg', ['exp', ['neg', 'z']]]], 'lopsided'],
    ['0.05 tanh(z)', ['*', 0.05, ['tanh', 'z']], 'size'],
    ['30 tanh(z)', ['*', 30, ['tanh', 'z']], 'size'],
    ['tanh(0.01 z)', ['tanh', ['*', 0.01, 'z']], 'width'],
    ['tanh(50 z)', ['tanh', ['*', 50, 'z']], 'width'],
  ];
  test.each(faults)('%s is refused', (_, expression, fault) => {
    expect(faultOf(measured(expression, 500))).toBe(fault);
  });

  test('that is no number beyond its limit is not looked at there', () => {
    const [up, down]: Expression[] = [
      ['exp', 'z'],
      ['exp', ['neg', 'z']],
    ];
    const written = measured(['/', ['-', up!, down!], ['+', up!, down!]], 300);
    expect(written.value(1000)).toBeNaN();
    expect(faultOf(written)).toBeUndefined();
  });

  test('that cannot be computed far out is refused', () => {
    expect(faultOf(measured(['tanh', 'z'], 20))).toBe('short');
    expect(faultOf(measured(['tanh', 'z'], 40))).toBeUndefined();
  });
});
