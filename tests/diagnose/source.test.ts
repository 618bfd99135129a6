import { describe, expect, test } from 'vitest';
import { slipIn } from '../../grader/diagnose/source.ts';

describe('a slip in the text of a function', () => {
  test.each([
    ['source-caret', 'return Math.E ^ z;'],
    ['source-length-misspelled', 'return list.lenght;'],
    ['source-equals-plus', 'sum =+ x;'],
    ['source-assigning-if', "if (activation = 'sigmoid') return 1;"],
    ['source-for-in', 'for (const z of zs) for (const i in z) sum += i;'],
  ])('%s', (id, line) => {
    expect(slipIn(`function f() {\n  ${line}\n}`, 5)).toMatchObject({ id, values: { line: '6' } });
  });

  test.each([
    "if (activation === 'sigmoid' && a <= b) x = a;",
    'if (list.some((x) => x > 0)) return 1;',
    '// if (a = b) for (const i in c) a ^ b',
    'for (const within of list) sum += within;',
  ])('there is none in %s', (line) => {
    expect(slipIn(`function f() {\n  ${line}\n}`, 1)).toBeUndefined();
  });
});
