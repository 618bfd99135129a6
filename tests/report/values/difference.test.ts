import { describe, expect, test } from 'vitest';
import { differenceFrom } from '../../../grader/report/values/difference.ts';

const marked = (expected: string, received: string): string =>
  differenceFrom(expected, received)
    .map(({ text, differs }) => (differs ? `<${text}>` : text))
    .join('');

describe('the difference between two answers', () => {
  const pairs: [string, string, string][] = [
    ['[1, 2, 3]', '[1, 2.5, 3]', '[1, <2.5>, 3]'],
    ['[[1, -2], [3, 4]]', '[[1, 2], [3, 4]]', '[[1, <2>], [3, 4]]'],
    ['[2.4e-17, 1]', '[2.4e-16, 1]', '[<2.4e-16>, 1]'],
    ['[1, 0.5]', '[1, NaN]', '[1, <NaN>]'],
    ['[1, 0.5]', '[-Infinity, 0.5]', '[<-Infinity>, 0.5]'],
    ['{ loss: 0.5, gradients: [1, 2] }', '{ loss: 0.25, gradients: [1, 2] }', '{ loss: <0.25>, gradients: [1, 2] }'],
  ];
  test.each(pairs)('of %s and %s is marked', (expected, received, text) => {
    expect(marked(expected, received)).toBe(text);
  });

  const unmarked: [string, string, string][] = [
    ['there is one number', '0.25', '0'],
    ['every number differs', '[1, 2]', '[3, 4]'],
    ['the lengths differ', '[1, 2]', '[1, 2, 3]'],
    ['the fields differ', '{ a: 1, b: 2 }', '{ a: 1, c: 3 }'],
    ['there is no number', '[0.5, 1]', 'no answer'],
  ];
  test.each(unmarked)('is not marked where %s', (_, expected, received) => {
    expect(marked(expected, received)).toBe(received);
  });

  test('leaves the text as it is', () => {
    const text = '[1, `2`, \u202e3, **4**]';
    expect(
      differenceFrom('[1, `5`, \u202e3, **4**]', text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
