import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answerer } from '../../grader/check/answerer.ts';
import { checkLaw } from '../../grader/check/check-law.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { equals, type Law, law, list, number, task } from '../../grader/kit.ts';
import type { Outcome, Reply } from '../../grader/sandbox/protocol/outcome.ts';

const double = task<[x: number], number>('double', ['x'], number, (x) => 2 * x);
const doubles = equals('doubles', double, { inputs: fc.tuple(fc.integer()), expected: double.answer });

type Frame = { readonly calls: number } & Parameters<Answerer>[1];

/** Answers, and keeps how many calls came in each frame, and how it was to be asked. */
function keeping(reply: (args: readonly unknown[], frame: number) => Outcome | Reply): Answerer & { frames: Frame[] } {
  const frames: Frame[] = [];
  const answer: Answerer = async (calls, options) => {
    frames.push({ calls: calls.length, ...options });
    const outcomes: Outcome[] = [];
    for (const args of calls) {
      const one = reply(args, frames.length);
      if (one.kind !== 'value' && one.kind !== 'threw' && one.kind !== 'timeout' && one.kind !== 'crashed') {
        return one as Reply;
      }
      outcomes.push(one);
    }
    return { kind: 'answered', outcomes, printed: '', stuck: false };
  };
  return Object.assign(answer, { frames });
}
const right = (args: readonly unknown[]): Outcome => localAnswer(double.answer, args as number[]);
const value = (x: number): Outcome => ({ kind: 'value', value: x, argumentsAfter: [] });

/** A law whose inputs are how often to ask for each, from a number on that is another one for each input. */
const asking = (...times: readonly number[]): Law => ({
  ...law('asks', double, {
    inputs: fc.record({ from: fc.integer(), times: fc.integer() }),
    calls: ({ from, times }): [number][] => Array.from({ length: times }, (_, i) => [from + i]),
    check: ({ from }, { values }) => {
      const wrong = values.findIndex((answer, i) => answer !== 2 * (from + i));
      return wrong < 0 ? undefined : { expected: 2 * (from + wrong), received: values[wrong]!, call: wrong };
    },
  }),
  cases: () => times.map((times, index) => ({ from: 10_000 * index, times })),
});

describe('the inputs of a law', () => {
  test('go in as few frames as hold 512 calls each, and no input is torn apart', async () => {
    const answer = keeping(right);
    expect(await checkLaw(asking(600, 100, 412, 1, 511, 1), answer, 1)).toEqual({ kind: 'passed' });
    expect(answer.frames.map(({ calls }) => calls)).toEqual([600, 512, 512, 1]);
  });

  test('are judged each on its own answers, in whichever frame', async () => {
    const answer = keeping(([x]) => value(x === 30_007 ? 0 : 2 * (x as number)));
    expect(await checkLaw(asking(300, 100, 300, 20), answer, 1)).toMatchObject({
      failure: { law: 'asks', args: [30_007], violation: { expected: 60_014, received: 0 } },
    });
  });

  test('are asked in a new realm, and the arguments brought back, where the law wants it', async () => {
    const asked = async (other: Partial<Law>): Promise<unknown[]> => {
      const answer = keeping(right);
      await checkLaw({ ...asking(512, 512), ...other }, answer, 1);
      return answer.frames.map(({ fresh, echo }) => [fresh, echo]);
    };
    expect(await asked({})).toEqual([
      [true, false],
      [false, false],
    ]);
    expect(await asked({ goesOn: true, echo: true })).toEqual([
      [false, true],
      [false, true],
    ]);
  });
});

describe('a law that is asked of somebody who', () => {
  test('has run out of time is not decided', async () => {
    const answer = keeping(() => ({ kind: 'out-of-time' }));
    expect(await checkLaw(doubles, answer, 1)).toEqual({ kind: 'out-of-time', law: 'doubles' });
  });

  test('is not there is not decided', async () => {
    const reply = { kind: 'no-export' } as const;
    expect(
      await checkLaw(
        doubles,
        keeping(() => reply),
        1,
      ),
    ).toEqual({ kind: 'not-loaded', reply });
  });

  test.each([
    ['never ends', { kind: 'timeout' }],
    ['ends the process', { kind: 'crashed', reason: 'memory' }],
  ] as const)('%s is not asked again for a smaller input', async (_, outcome) => {
    const answer = keeping(() => outcome);
    expect(await checkLaw(asking(1), answer, 1)).toEqual({
      kind: 'failed',
      failure: { law: 'asks', args: [0], ...outcome },
    });
    expect(answer.frames).toHaveLength(1);
  });

  test('skips the first of the calls has broken the protocol', async () => {
    const skipping: Answerer = async () => ({
      kind: 'answered',
      outcomes: [{ kind: 'skipped' }],
      printed: '',
      stuck: false,
    });
    await expect(checkLaw(asking(1), skipping, 1)).rejects.toThrow('a skipped call');
  });
});

describe('a failure is made smaller', () => {
  const sum = task<[v: number[]], number>('sum', ['v'], number, (v) => v.length);
  // Ever so many steps to the smallest.
  const many = fc.array(fc.noBias(fc.integer({ min: 0, max: 2 ** 30 })), { minLength: 60, maxLength: 60 });
  const sums = equals('sums', sum, { inputs: fc.tuple(many), expected: () => 0, runs: 1 });

  test('in four hundred tries at most', async () => {
    const wrong = keeping(([v]) => value((v as number[]).every((x) => x > 1000) ? 1 : 0));
    expect(await checkLaw(sums, wrong, 1)).toMatchObject({ failure: { law: 'sums', violation: { received: 1 } } });
    expect(wrong.frames).toHaveLength(1 + 400);
  });

  test('from the input itself, in a new realm, to others in the same one', async () => {
    const wrong = keeping(() => value(-1));
    await checkLaw(doubles, wrong, 1);
    expect(wrong.frames.slice(1).map(({ fresh }) => fresh)).toEqual(wrong.frames.slice(1).map((_, i) => i === 0));
    expect(wrong.frames.length).toBeGreaterThan(2);
  });

  test('where it was found among inputs that were not drawn one by one', async () => {
    const near: Law = { ...doubles, cases: () => [[3], [9000]] };
    const wrong = keeping(([x]) => value((x as number) > 100 ? 0 : 2 * (x as number)));
    expect(await checkLaw(near, wrong, 1)).toMatchObject({ failure: { args: [101] } });
  });

  test('not at all where nobody answers any more', async () => {
    const wrong = keeping((_, frame) => (frame === 1 ? value(-1) : { kind: 'out-of-time' }));
    const finding = await checkLaw({ ...doubles, cases: () => [[3]] }, wrong, 1);
    expect(finding).toMatchObject({ kind: 'failed', failure: { law: 'doubles', args: [3] } });
    expect(wrong.frames).toHaveLength(2);
  });

  test('and is no matter of purity where the answer has another shape', async () => {
    const pair = task<[x: number], number[]>('pair', ['x'], list(number), (x) => [x]);
    const pairs = equals('pairs', pair, { inputs: fc.tuple(fc.integer()), expected: pair.answer });
    const forgetful = keeping(([x], frame) =>
      frame === 1 ? value(0) : { kind: 'value', value: [x as number], argumentsAfter: [] },
    );
    expect(await checkLaw(pairs, forgetful, 1)).toMatchObject({ failure: { kind: 'mismatch', law: 'pairs' } });
  });
});
