import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeInput } from '../../grader/check/judge-input.ts';
import { law, number, sample, task } from '../../grader/kit.ts';
import type { Outcome } from '../../grader/sandbox/protocol/outcome.ts';

const half = task<[x: number], number>('half', ['x'], number, (x) => x / 2);
const answered = (value: number | string): Outcome => ({ kind: 'value', value, argumentsAfter: [] });
const inputs = fc.integer();

describe('what breaks a law', () => {
  test('is shown with the arguments of the call that the law names, the first where it names none', () => {
    const named = (call?: number) =>
      law('halves', half, {
        inputs,
        calls: (x): [number][] => [[x], [x + 1]],
        check: () => ({ expected: 0, received: 1, ...(call === undefined ? {} : { call }) }),
      });
    const args = (call?: number) => judgeInput(named(call), 4, [answered(2), answered(2.5)])?.args;
    expect(args()).toEqual([4]);
    expect(args(1)).toEqual([5]);
    // A law of its author's that counts wrong.
    expect(args(2)).toEqual([]);
  });

  test('is read from all answers, though others were read that begin with the same one', () => {
    const halves = law('halves', half, {
      inputs,
      calls: (x): [number][] => [[x], [x + 1]],
      check: (_, { values }) => (values.at(-1) === 2.5 ? undefined : { expected: 2.5, received: values }),
    });
    const [first, right, wrong] = [answered(2), answered(2.5), answered(3)];
    const isBroken = (...outcomes: readonly Outcome[]) => judgeInput(halves, 4, outcomes) !== undefined;
    expect([isBroken(first, right), isBroken(first, wrong)]).toEqual([false, true]);
    expect([isBroken(first, right), isBroken(first, right, wrong)]).toEqual([false, true]);
  });

  test('is told by the law at hand, where several look at the same answers', () => {
    const laws = sample(
      'once',
      half,
      { inputs, runs: 1, calls: (x: number): [number][] => [[x]], view: () => 0 },
      { one: { check: () => undefined }, other: { check: () => undefined } },
    );
    const outcomes = [answered('two')];
    expect(laws.map((one) => judgeInput(one, 4, outcomes)?.law)).toEqual(['one', 'other']);
  });
});
