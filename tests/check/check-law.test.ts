import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answerer } from '../../grader/check/answerer.ts';
import { checkLaw, drawInputs } from '../../grader/check/check-law.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { equals, law, list, number, pure, task } from '../../grader/kit.ts';

const double = task<[x: number], number>('double', ['x'], number, (x) => 2 * x);
const doubles = equals('doubles', double, {
  inputs: fc.tuple(fc.integer({ min: -1000, max: 1000 })),
  expected: double.answer,
});

/** Answers with a function of the test's, and counts the frames. */
function answering(answer: (...args: never[]) => unknown): Answerer & { frames: number } {
  const answerer = Object.assign(
    async (calls: Parameters<Answerer>[0]) => {
      answerer.frames += 1;
      const outcomes = calls.map((args) => localAnswer(answer, args));
      return { kind: 'answered' as const, outcomes, printed: '', stuck: false };
    },
    { frames: 0 },
  );
  return answerer;
}

describe('a law', () => {
  test('that holds is asked in one frame', async () => {
    const answer = answering((x: number) => 2 * x);
    expect(await checkLaw(doubles, answer, 1)).toEqual({ kind: 'passed' });
    expect(answer.frames).toBe(1);
  });

  test('that is broken is shrunk to the smallest input, at any seed', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const finding = await checkLaw(
        doubles,
        answering((x: number) => (x >= 17 ? 0 : 2 * x)),
        seed,
      );
      expect(finding).toMatchObject({
        kind: 'failed',
        failure: { kind: 'broken', law: 'doubles', args: [17], violation: { expected: 34, received: 0 } },
      });
    }
  });

  test('makes no failure smaller that nobody will see', async () => {
    const wrong = answering(() => 0);
    const finding = await checkLaw(doubles, wrong, 1, () => false);
    expect(finding).toMatchObject({ kind: 'failed', failure: { kind: 'broken', law: 'doubles' } });
    expect(wrong.frames).toBe(1);
    await checkLaw(doubles, wrong, 1, () => true);
    expect(wrong.frames).toBeGreaterThan(2);
  });

  test('gives the same finding for the same seed', async () => {
    const wrong = (x: number): number => (x % 7 === 3 ? x : 2 * x);
    const first = await checkLaw(doubles, answering(wrong), 42);
    expect(await checkLaw(doubles, answering(wrong), 42)).toEqual(first);
  });

  test('never takes NaN, an infinity or nothing for an answer', async () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(
        await checkLaw(
          doubles,
          answering(() => wrong),
          1,
        ),
      ).toMatchObject({ failure: { kind: 'broken' } });
    }
    expect(
      await checkLaw(
        doubles,
        answering(() => undefined),
        1,
      ),
    ).toMatchObject({ failure: { kind: 'mismatch' } });
  });

  test('that a function throws on is shrunk to the smallest input that throws, not to one that is merely wrong', async () => {
    const finding = await checkLaw(
      doubles,
      answering((x: number) => {
        if (x > 100) throw new Error('too large');
        return 2 * x;
      }),
      5,
    );
    expect(finding).toMatchObject({ failure: { kind: 'threw', args: [101] } });
  });

  test('that a stub cannot hold is not shrunk: it fails everywhere', async () => {
    const stub = answering(() => {
      throw Object.assign(new Error('double'), { name: 'NotImplemented' });
    });
    expect(await checkLaw(doubles, stub, 5)).toMatchObject({ failure: { kind: 'threw' } });
    expect(stub.frames).toBe(1);
  });

  test('that is statistical is not shrunk: its draws are its evidence', async () => {
    const statistical = law('mean', double, {
      inputs: fc.integer({ min: 10, max: 1000 }),
      runs: 1,
      alpha: 1e-12,
      calls: (x): [number][] => [[x]],
      check: (x, { values }) => ({ expected: x, received: values[0] ?? 0 }),
    });
    const answer = answering((x: number) => x);
    await checkLaw(statistical, answer, 3);
    expect(answer.frames).toBe(1);
  });
});

describe('purity', () => {
  const sum = task<[v: number[]], number>('sum', ['v'], number, (v) => v.reduce((total, x) => total + x, 0));
  const law = pure(sum, fc.tuple(fc.array(fc.integer({ min: -9, max: 9 }))));

  test('holds for a function that only reads', async () => {
    expect(
      await checkLaw(
        law,
        answering((v: number[]) => v.length),
        1,
      ),
    ).toEqual({ kind: 'passed' });
  });

  test('is broken by a changed argument, and the argument is named', async () => {
    const finding = await checkLaw(
      law,
      answering((v: number[]) => v.push(1)),
      1,
    );
    expect(finding).toMatchObject({
      failure: { violation: { kind: 'argument-changed', path: 'v', expected: [], received: [1] } },
    });
  });

  test('is broken by memory of earlier calls', async () => {
    let calls = 0;
    expect(
      await checkLaw(
        law,
        answering(() => ++calls),
        1,
      ),
    ).toMatchObject({ failure: { violation: { kind: 'not-repeatable' } } });
  });
});

describe('the shape of an answer', () => {
  const pair = task<[x: number], number[]>('pair', ['x'], list(number), (x) => [x, x]);
  const law = equals('pairs', pair, { inputs: fc.tuple(fc.integer({ min: 0, max: 9 })), expected: pair.answer });

  test('is checked before the law sees it, with the place', async () => {
    const finding = await checkLaw(
      law,
      answering((x: number) => [x, String(x)]),
      1,
    );
    expect(finding).toMatchObject({
      failure: { kind: 'mismatch', mismatch: { path: '[1]', expected: 'number', received: '0' } },
    });
  });

  test('of another length is a difference in length', async () => {
    const finding = await checkLaw(
      law,
      answering((x: number) => [x]),
      1,
    );
    expect(finding).toMatchObject({ failure: { violation: { kind: 'length' } } });
  });
});

describe('an answer that is right when it is asked for by itself, and wrong after other calls,', () => {
  /** Adds up what it was asked for, and never sets back; each realm has a sum of its own. */
  function addingUp(): Answerer {
    let sum = 0;
    const answer = answering((x: number) => {
      sum += 2 * x;
      return sum;
    });
    return (calls, options) => {
      if (options.fresh) sum = 0;
      return answer(calls, options);
    };
  }

  test('is one that depends on them, and not one that is wrong', async () => {
    expect(await checkLaw(doubles, addingUp(), 1)).toMatchObject({
      kind: 'failed',
      failure: { kind: 'broken', law: 'pure', violation: { kind: 'not-repeatable' } },
    });
  });

  test('leaves those alone that are wrong by themselves', async () => {
    const finding = await checkLaw(
      doubles,
      answering((x: number) => 2 * x + 1),
      1,
    );
    expect(finding).toMatchObject({ failure: { law: 'doubles', args: [0] } });
  });
});

test('the inputs of a law are drawn anew for another seed, and only then', () => {
  const at = (seed: number): readonly unknown[] => drawInputs(doubles, seed);
  const first = at(1);
  expect(at(1)).toBe(first);
  expect(at(2)).not.toEqual(first);
  expect(at(1)).toBe(first);
  expect(at(3)).not.toEqual(first);
  // Of two seeds at a time.
  expect(at(1)).not.toBe(first);
  expect(at(1)).toEqual(first);
});

test.each([
  ['has other inputs', { inputs: fc.constant([1]) }],
  ['has cases', { cases: () => [[2]] }],
  ['is tried on fewer', { runs: 3 }],
])('a law that asks as another one does, but %s, has inputs of its own', (_, other) => {
  const first = drawInputs(doubles, 1);
  expect(drawInputs({ ...doubles, ...other }, 1)).not.toEqual(first);
});

test('another number of inputs is drawn without changing how many a law has', () => {
  expect(drawInputs(doubles, 11, 5)).toHaveLength(5);
  expect(drawInputs(doubles, 11)).toHaveLength(100);
  expect(drawInputs(doubles, 11, 5)).toHaveLength(5);
});
