import { expect, test } from 'vitest';
import { distinct, type Row } from '../../../grader/diagnose/names/evidence.ts';

const row = (...args: readonly number[]): Row => ({
  args,
  outcome: { kind: 'skipped' },
  right: 0,
  received: 0,
  isWrong: false,
});

test('a call that was made twice is one, and −0, NaN and the infinities are calls of their own', () => {
  const calls = [0, -0, Number.NaN, Infinity, -Infinity];
  const rows = [...calls, ...calls].map((x) => row(x, 1));
  expect(distinct(rows).map(({ args }) => args[0])).toEqual(calls);
});
