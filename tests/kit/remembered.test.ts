import { expect, test } from 'vitest';
import { remembered } from '../../grader/kit.ts';

test('a value is computed once for each input, even where it is undefined', () => {
  const asked: number[][] = [];
  const first = remembered((input: number[]) => {
    asked.push(input);
    return input[0];
  });
  const [one, same, none] = [[1], [1], []];
  expect([one, one, same, none, none].map((input) => first(input))).toEqual([1, 1, 1, undefined, undefined]);
  expect(asked).toEqual([[1], [1], []]);
});
