import { describe, expect, test } from 'vitest';
import { locate } from '../../grader/diagnose/locate.ts';
import type { Data, Task } from '../../grader/kit.ts';
import { answering, crashing } from './answering.ts';

import { all, first, ofDeepNetworks, ofNetworks, unrolled, type Walked } from './walked.ts';

const [forward, backward, factors, product] = ofNetworks as [Walked, Walked, Walked, Walked];
const [statistics, gradients, step] = ofDeepNetworks as [Walked, Walked, Walked];

type Answer = (...args: readonly Data[]) => unknown;
const locatedIn = ({ task, walks }: Walked, answer: unknown) =>
  locate(
    task,
    walks,
    answering((args) => (answer as Answer)(...args)),
  );

/** Slips of which the small examples show nothing: they change arguments, need long nets, or answer in another shape. */
const unseen = [
  'backward-changes-the-pass',
  'factors-last-left-out',
  'factors-one-too-many',
  'forward-without-the-input',
  'learning-rate-of-zero-replaced',
  'output-layer-included',
  'output-layer-taken-for-hidden',
  'step-in-place',
  'tanh-by-exponentials',
  'zero-gradient-divided-by-zero',
  'unrolled-one-step-short',
  'unrolled-truncated',
  'unrolled-truncated-to-five',
  'unrolled-truncated-to-twenty',
  'unrolled-clipped-by-norm',
  'unrolled-clipped-by-value',
  'unrolled-in-place',
  'softmax-not-shifted',
  'logarithm-of-the-sum-not-shifted',
  'logarithm-of-zero',
  'gate-on-the-gradient',
  'first-four-examples-only',
  'gradients-of-tanh-by-exponentials',
];

describe('where a calculation first leaves the right one', () => {
  const located: [string, Walked, string, string, string][] = [
    ['backward-with-other-sign', backward, 'l = 2, layers[1]', '−1', 'all'],
    ['backward-without-mean', backward, 'l = 2, layers[1]', 'n', 'all'],
    ['backward-mean-at-every-layer', backward, 'l = 1, layers[0]', '1 / n', 'last'],
    ['backward-without-hidden-slopes', backward, 'l = 1, layers[0]', '1 / (a·(1 − a))', 'last'],
    ['backward-slope-of-the-activation', backward, 'l = 2, layers[1]', 'σ′(a) / σ′(z)', 'all'],
    ['backward-of-the-squared-error', backward, 'l = 2, layers[1]', '2·a·(1 − a)', 'all'],
    ['backward-bias-zero', backward, 'l = 2, layers[1]', '0', 'some'],
    ['unrolled-without-slope', unrolled, 't = 2', '1 / (1 − h_t²)', 'all'],
    ['unrolled-without-weights', unrolled, 't = 2', '1 / W', 'all'],
    ['unrolled-deltas', unrolled, 't = 3', '1 − h²', 'all'],
    ['unrolled-slope-of-sigmoid', unrolled, 't = 2', 'h_t·(1 − h_t) / (1 − h_t²)', 'all'],
    ['loss-not-averaged', gradients, 'loss', 'N', 'none'],
    ['gradients-not-averaged', gradients, 'l = 2, layers[1]', 'N', 'all'],
    ['logarithm-to-base-two', gradients, 'loss', '1 / ln 2', 'none'],
    ['label-not-subtracted', gradients, 'l = 2, layers[1]', 'p / (p − 1)', 'all'],
    ['forward-without-biases', forward, 'preactivations[0]', '(z − b) / z', 'all'],
    ['factors-without-slopes', factors, 'i = 1', '1 / σ′(z_i)', 'last'],
    ['chain-without-the-first-slope', product, '∂L/∂w0', '1 / σ′(z_0)', 'last'],
    ['std-of-a-sample', statistics, 'l = 1, layers[0]', '√(n / (n − 1))', 'last'],
    ['step-up-the-slope', step, 'θ − η·g', '(θ + η·g) / (θ − η·g)', 'last'],
    ['derivative-left-out', gradients, 'l = 1, layers[0]', '1 / φ′(z)', 'last'],
  ];
  test.each(located)('%s is seen', async (id, where, stage, formula, after) => {
    const misconception = where.misconceptions.find((one) => one.id === id);
    expect(await locatedIn(where, misconception!.answer)).toMatchObject({ stage, factor: { formula }, after });
  });

  test.each(all.map((one) => [one.task.id, one] as const))('is nowhere in a right %s', async (_, one) => {
    expect(await locatedIn(one, one.task.answer)).toBeUndefined();
  });

  test('is found for every known slip that changes a number of a small net', async () => {
    const missed: string[] = [];
    for (const one of all) {
      for (const { id, answer } of one.misconceptions) if (!(await locatedIn(one, answer))) missed.push(id);
    }
    expect(missed.sort()).toEqual(unseen.toSorted());
  });

  test('is shown with everything before it, and with nothing after its stage', async () => {
    const slip = backward.misconceptions.find(({ id }) => id === 'backward-without-hidden-slopes');
    const found = await locatedIn(backward, slip!.answer);
    expect(found!.steps.map(({ name, differs }) => [name, differs])).toEqual([
      ['∂L/∂b2[0] = δ2[0]', false],
      ['∂L/∂W2[0][0]', false],
      ['∂L/∂b1[0] = δ1[0]', true],
      ['∂L/∂W1[0][0]', true],
    ]);
  });

  test.each([Number.NaN, Infinity])('is where the answer becomes %s', async (bad) => {
    const found = await locatedIn(unrolled, (weights: number[][], states: number[][], output: number[]) => {
      const [, ...rest] = (unrolled.task.answer as unknown as Answer)(weights, states, output) as number[][];
      return [output.map(() => bad), ...rest];
    });
    expect(found).toMatchObject({ stage: 't = 1', after: 'last' });
    expect(found!.factor).toBeUndefined();
    expect(found!.steps.at(-1)!.yours).toBe(bad);
  });

  test('has no factor where two numbers are off by different ones', async () => {
    const skewed = async (by: (right: number, at: number) => number) =>
      locatedIn(unrolled, (weights: number[][], states: number[][], output: number[]) => {
        const right = (unrolled.task.answer as unknown as Answer)(weights, states, output) as number[][];
        return weights.length === 1 ? right : right.map((row, t) => (t === 1 ? row.map(by) : row));
      });
    expect((await skewed((g, i) => g * (i + 2)))!.factor).toBeUndefined();
    expect((await skewed((g) => g * 3))!.factor).toEqual({ value: expect.closeTo(3, 9) });
  });
});

describe('the place of a mistake is left out', () => {
  const unusable: Readonly<Record<string, unknown>> = {
    'a number': 3,
    nothing: null,
    'no layers': [],
    'too few layers': [{ weights: [[1]], biases: [1] }],
  };
  test.each(Object.entries(unusable))('where the answer is %s', async (_, value) => {
    expect(await locatedIn(backward, () => value)).toBeUndefined();
  });

  test('where the function gives no answer', async () => {
    expect(await locate(backward.task, backward.walks, crashing)).toBeUndefined();
  });

  test('for a task without a walk, which is not even asked', async () => {
    const answer = answering(() => 1);
    expect(await locate(first.sigmoid as unknown as Task, backward.walks, answer)).toBeUndefined();
    expect(answer.asked).toBe(0);
  });
});
