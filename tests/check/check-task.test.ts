import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answerer } from '../../grader/check/answerer.ts';
import { checkTask } from '../../grader/check/check-task.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { equals, law, list, number, sample, task } from '../../grader/kit.ts';

/** Numbers from 0 to n − 1. */
const count = task<[n: number], number[]>('count', ['n'], list(number), (n) => Array.from({ length: n }, (_, i) => i));

const inputs = fc.record({ n: fc.integer({ min: 1000, max: 2000 }) });
/** Two laws on one answer, whose inputs they are told. */
const onOneSample = (seen: unknown[] = [], viewed: unknown[] = []) =>
  sample(
    'numbers',
    count,
    {
      inputs,
      runs: 2,
      calls: ({ n }): [n: number][] => [[n]],
      view(input, { values: [answer = []] }) {
        viewed.push(input);
        return answer;
      },
    },
    {
      'as-many': {
        check: (input, answer) => {
          seen.push(input);
          return answer.length === input.n ? undefined : { expected: input.n, received: answer.length };
        },
      },
      'from-nothing': {
        check: (input, answer) => {
          seen.push(input);
          return answer[0] === 0 ? undefined : { expected: 0, received: answer[0] };
        },
      },
    },
  );
const byItself = law('by-itself', count, {
  inputs,
  runs: 2,
  calls: ({ n }): [n: number][] => [[n]],
  check: () => undefined,
});

/** Answers with a function of the test's, and keeps what was asked. */
function answering(answer: (n: number) => unknown): Answerer & { readonly asked: number[] } {
  const asked: number[] = [];
  return Object.assign(
    async (calls: Parameters<Answerer>[0]) => {
      asked.push(...calls.map(([n]) => n as number));
      return {
        kind: 'answered' as const,
        outcomes: calls.map((args) => localAnswer(answer, args)),
        printed: '',
        stuck: false,
      };
    },
    { asked },
  );
}

describe('laws on one sample', () => {
  test('see the same inputs, and the function is asked, and its answers are read, once for both', async () => {
    const seen: unknown[] = [];
    const viewed: unknown[] = [];
    const answer = answering(count.answer);
    expect(await checkTask('slug', onOneSample(seen, viewed), answer, 1)).toEqual({ kind: 'passed' });
    expect(answer.asked).toHaveLength(2);
    expect(seen).toHaveLength(4);
    expect(viewed).toEqual(seen.slice(0, 2));
    expect(seen.slice(2)).toEqual(seen.slice(0, 2));
  });

  test('are broken each by itself, with the arguments that were asked', async () => {
    const answer = answering((n) => Array.from({ length: n }, (_, i) => i + 1));
    const finding = await checkTask('slug', onOneSample(), answer, 1);
    expect(finding).toMatchObject({ kind: 'failed', failure: { law: 'from-nothing', violation: { received: 1 } } });
    expect(answer.asked[0]).toBeGreaterThanOrEqual(1000);
  });

  test('are made small like any other', async () => {
    const answer = answering((n) => Array.from({ length: n }, (_, i) => i + 1));
    const finding = await checkTask('slug', onOneSample(), answer, 7);
    expect(finding).toMatchObject({ kind: 'failed', failure: { args: [1000] } });
  });

  test('are asked for anew where another law stands between them', async () => {
    const [first, second] = onOneSample();
    const answer = answering(count.answer);
    expect(await checkTask('slug', [first!, byItself, second!], answer, 1)).toEqual({ kind: 'passed' });
    expect(answer.asked).toHaveLength(6);
  });
});

test('a law that shares nothing has inputs of its own', async () => {
  const answer = answering((n) => 2 * n);
  const doubles = task<[n: number], number>('doubles', ['n'], number, (n) => 2 * n);
  const laws = ['one', 'other'].map((id) =>
    equals(id, doubles, { inputs: fc.tuple(fc.integer()), expected: (n) => 2 * n }),
  );
  await checkTask('slug', laws, answer, 1);
  expect(answer.asked).toHaveLength(200);
  expect(answer.asked.slice(0, 100)).not.toEqual(answer.asked.slice(100));
});

test('a task whose time is over is asked for no further law', async () => {
  const answer = answering(count.answer);
  let laws = 0;
  const finding = await checkTask('slug', [byItself, { ...byItself, id: 'next' }], answer, 1, () => ++laws > 1);
  expect(finding).toEqual({ kind: 'out-of-time', law: 'next' });
  expect(answer.asked).toHaveLength(2);
});
