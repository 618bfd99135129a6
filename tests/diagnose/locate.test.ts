import { describe, expect, test } from 'vitest';
import { walks as backpropagationWalks } from '../../assignments/01-backpropagation/feedback/walks.ts';
import * as backpropagation from '../../assignments/01-backpropagation/misconceptions.ts';
import { tasks as backpropagationTasks } from '../../assignments/01-backpropagation/reference.ts';
import { walks as gradientControlWalks } from '../../assignments/03-gradient-control/feedback/walks.ts';
import * as gradientControl from '../../assignments/03-gradient-control/misconceptions.ts';
import { tasks as gradientControlTasks } from '../../assignments/03-gradient-control/reference.ts';
import { walks as deepNetworkWalks } from '../../assignments/05-deep-network/feedback/walks.ts';
import * as deepNetwork from '../../assignments/05-deep-network/misconceptions.ts';
import { tasks as deepNetworkTasks } from '../../assignments/05-deep-network/reference.ts';
import { locate } from '../../grader/diagnose/locate.ts';
import type { Calculation, Data, Misconception, Task, Walk } from '../../grader/kit.ts';
import type { Formula } from '../../reference/activation-choice.ts';
import { answering, crashing } from './answering.ts';

interface Walked {
  readonly task: Task;
  readonly walks: readonly Walk[];
  readonly misconceptions: readonly Misconception[];
}

const walked = <T>(
  table: T,
  task: unknown,
  walks: (table: T) => readonly Walk[],
  misconceptions: (table: T) => readonly Misconception[],
): Walked => ({
  task: task as Task,
  walks: walks(table),
  misconceptions: misconceptions(table).filter((one) => one.task === (task as Task).id),
});

const [first, third, fifth] = [backpropagationTasks(), gradientControlTasks(), deepNetworkTasks()];
const backward = walked(first, first.backward, backpropagationWalks, backpropagation.misconceptions);
const unrolled = walked(third, third.unrolledGradients, gradientControlWalks, gradientControl.misconceptions);
const gradients = walked(fifth, fifth.lossAndGradients, deepNetworkWalks, deepNetwork.misconceptions);
const all = [backward, unrolled, gradients];

type Answer = (...args: readonly Data[]) => unknown;
const locatedIn = ({ task, walks }: Walked, answer: unknown) =>
  locate(
    task,
    walks,
    answering((args) => (answer as Answer)(...args)),
  );

/** 0.6·z / √(1 + 2z²) */
const scaledRoot: Formula = {
  source: '0.6 * z / sqrt(1 + 2 * z^2)',
  expression: ['/', ['*', 0.6, 'z'], ['sqrt', ['+', 1, ['*', 2, ['^', 'z', 2]]]]],
  tex: '',
  derivativeTex: '',
  text: '',
  derivativeText: '',
  limit: 1e4,
  range: [-0.43, 0.43],
};

/** Slips of which the small examples show nothing: they change arguments, need long nets, or answer in another shape. */
const unseen = [
  'backward-changes-the-pass',
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
    ['backward-with-other-sign', backward, 'l = 2', '−1', 'all'],
    ['backward-without-mean', backward, 'l = 2', 'n', 'all'],
    ['backward-mean-at-every-layer', backward, 'l = 1', '1 / n', 'last'],
    ['backward-without-hidden-slopes', backward, 'l = 1', '1 / (a·(1 − a))', 'last'],
    ['backward-slope-of-the-activation', backward, 'l = 2', 'σ′(a) / σ′(z)', 'all'],
    ['backward-of-the-squared-error', backward, 'l = 2', '2·a·(1 − a)', 'all'],
    ['backward-bias-zero', backward, 'l = 2', '0', 'some'],
    ['unrolled-without-slope', unrolled, 't = 2', '1 / (1 − h_t²)', 'all'],
    ['unrolled-without-weights', unrolled, 't = 2', '1 / W', 'all'],
    ['unrolled-deltas', unrolled, 't = 3', '1 − h²', 'all'],
    ['unrolled-slope-of-sigmoid', unrolled, 't = 2', 'h_t·(1 − h_t) / (1 − h_t²)', 'all'],
    ['loss-not-averaged', gradients, 'loss', 'N', 'none'],
    ['gradients-not-averaged', gradients, 'l = 2', 'N', 'all'],
    ['logarithm-to-base-two', gradients, 'loss', '1 / ln 2', 'none'],
    ['label-not-subtracted', gradients, 'l = 2', 'p / (p − 1)', 'all'],
    ['derivative-left-out', gradients, 'l = 1', '1 / φ′(z)', 'last'],
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

/** Does the sum that stands in the report, from its numbers in full. */
function evaluate(calculation: Calculation): number {
  const written = calculation.map((part) => (typeof part === 'number' ? `(${part})` : part)).join('');
  const expression = written
    .replaceAll('·', '*')
    .replaceAll('−', '-')
    .replaceAll('e^', 'Math.exp')
    .replaceAll('^', '**')
    .replaceAll('cos', 'Math.cos')
    .replaceAll('ln', 'Math.log');
  return new Function(`return ${expression};`)() as number;
}

/** The unrolled net of other activations, each with a calculation of its own. */
const variants = (['sigmoid', 'relu', 'softsign', 'arctan', scaledRoot] as const).map((recurrentActivation) => {
  const table = gradientControlTasks({ recurrentActivation });
  return {
    task: table.unrolledGradients as unknown as Task,
    walks: gradientControlWalks(table, { recurrentActivation }),
  };
});

describe('the calculation beside a number', () => {
  const examples = [...all, ...variants].flatMap(({ task, walks }, variant) =>
    walks[0]!.examples.map(
      (args, i) => [`${task.id} ${variant + 1}, example ${i + 1}`, task, walks[0]!, args as never] as const,
    ),
  );
  test.each(examples)('gives that number: %s', (_, task, walk, args: never[]) => {
    const right = task.answer(...args);
    const steps = walk.steps(args as never, right as never);
    for (const { name, path, calculation } of steps) {
      const number = path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], right);
      expect([name, evaluate(calculation)]).toEqual([name, expect.closeTo(number as number, 12)]);
    }
    expect(new Set(steps.map(({ path }) => path.join())).size).toBe(steps.length);
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
