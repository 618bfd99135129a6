import { describe, expect, test } from 'vitest';
import { factor, product, ratio, written } from '../../../reference/text/written.ts';

describe('a number is written', () => {
  test.each([
    [0.5, '0.5', '0.5'],
    [-0.25, '-0.25', '−0.25'],
    [1.7159, '1.7159', '1.7159'],
    // As it comes out of a sum, and is meant.
    [0.1 + 0.2, '0.3', '0.3'],
    [2 / 3, '\\frac{2}{3}', '2/3'],
    [-5 / 7, '\\frac{-5}{7}', '−5/7'],
    [1 / 99, '\\frac{1}{99}', '1/99'],
    [1 / 101, '0.00990099009901', '0.00990099009901'],
    [Math.PI, '3.14159265359', '3.14159265359'],
    [-Math.PI, '-3.14159265359', '−3.14159265359'],
  ])('%d as short as it is exact', (x, tex, text) => {
    expect(written(x)).toEqual({ tex, text });
  });
});

describe('a product is', () => {
  test.each([
    [1, 0.3, '0.3'],
    [2 / 3, 1, '2/3'],
    [2, 3, '6'],
    [1.7159, 2 / 3, '1.7159·(2/3)'],
    [Math.PI, 1, '3.14159265359'],
    [1, Math.PI, '3.14159265359'],
    [1 / 3, 3.7, '37/30'],
    [1 / 3, 3.71, '1/3·3.71'],
    [1.25, 3.3333, '4.166625'],
    [1.255, 3.3333, '4.1832915'],
    [99_999, 99_999, '9999800001'],
  ])('%d·%d as %s', (x, y, text) => {
    expect(product(x, y).text).toBe(text);
  });

  test('the same in LaTeX', () => {
    expect(product(1.7159, 2 / 3).tex).toBe('1.7159 \\cdot \\frac{2}{3}');
    expect(product(2, 3).tex).toBe('6');
  });
});

test('a factor of one is not written, and a fraction stands in brackets', () => {
  expect(factor(written(1))).toEqual({ tex: '', text: '' });
  expect(factor(written(2 / 3))).toEqual({ tex: '\\frac{2}{3}', text: '(2/3)·' });
  expect(factor(written(2))).toEqual({ tex: '2', text: '2·' });
});

test('a quotient by one is what is divided', () => {
  const a = { tex: '\\alpha', text: 'α' };
  expect(ratio(a, 1)).toEqual(a);
  expect(ratio(a, 2)).toEqual({ tex: '(\\alpha/2)', text: '(α/2)' });
  expect(ratio(a, 2 / 3)).toEqual({ tex: '(\\alpha/(2/3))', text: '(α/(2/3))' });
  expect(ratio(a, -2, ' : ')).toEqual({ tex: '(\\alpha : -2)', text: '(α : -2)' });
});
