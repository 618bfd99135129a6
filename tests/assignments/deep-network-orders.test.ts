import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersOf } from '../../assignments/05-deep-network/parameters.ts';
import { type TrainArgs, tasks } from '../../assignments/05-deep-network/reference.ts';
import { rulesOf } from '../../assignments/05-deep-network/rules.ts';
import { stepOrderLaws } from '../../assignments/05-deep-network/training/train/examples/step-order-laws.ts';
import {
  ordersRead,
  runsOf,
  stepOrders,
} from '../../assignments/05-deep-network/training/train/examples/step-orders.ts';
import { both } from '../../assignments/05-deep-network/training/train/examples/uses.ts';
import { wrongTraining } from '../../assignments/05-deep-network/training/train/misconceptions.ts';
import {
  type Batches,
  countUp,
  inSlices,
  type Train,
  trainingBy,
} from '../../assignments/05-deep-network/training/train/ways.ts';
import { drawInputs } from '../../grader/check/check-law.ts';
import { judgeInput } from '../../grader/check/judge-input.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { permutation } from '../../reference/nets/training.ts';
import { createRng } from '../../reference/numerics/rng.ts';

const rules = rulesOf(parametersOf());
const laws = stepOrderLaws(tasks(), rules);
const by = (batches: () => Batches): Train => trainingBy(rules)({ batches });
const answered = (train: Train, [data, settings, { seed }]: TrainArgs) => train(data, settings, createRng(seed));

/** What the laws say of a way to train. */
const saidOf = (train: Train): string[] =>
  laws.flatMap((law) =>
    drawInputs(law, 5).flatMap(({ input, calls }) => {
      const outcomes = calls.map((args) => localAnswer(train as never, args));
      return judgeInput(law, input, outcomes) === undefined ? [] : [law.id];
    }),
  );

test('the order of every epoch is read from the layers, to the last example', () => {
  const taken: number[][] = [];
  const noted = by(() => (n, batchSize, rng) => {
    const order = permutation(n, rng);
    taken.push(order);
    return inSlices(order, batchSize);
  });
  for (const { read } of fc.sample(stepOrders(rules), { seed: 3, numRuns: 4 })) {
    for (const run of read) {
      const nets = runsOf(run).flatMap((args) => both(args).map((one) => answered(noted, one)));
      taken.length = 0;
      answered(noted, runsOf(run)[2]!);
      const { batchSize } = run.args[1];
      const batchOf = (order: number[]) => countUp(order.length).map((n) => Math.floor(order.indexOf(n) / batchSize));
      expect(ordersRead(rules, run, nets).one).toEqual(taken.map(batchOf));
    }
  }
});

describe('in small batches', () => {
  const inSmall =
    (other: Batches): (() => Batches) =>
    () =>
    (n, batchSize, rng, epoch) =>
      batchSize < 9 ? other(n, batchSize, rng, epoch) : inSlices(permutation(n, rng), batchSize);

  test.each<[string, Batches]>([
    ['the order of the data', (n, batchSize) => inSlices(countUp(n), batchSize)],
    [
      'in which only half of the examples are shuffled',
      (n, batchSize, rng) => inSlices([...permutation(n / 2, rng), ...countUp(n).slice(n / 2)], batchSize),
    ],
  ])('%s is seen', (_, batches) => {
    expect(saidOf(by(inSmall(batches)))).toEqual(['steps-not-in-the-order-of-the-data']);
  });

  test.each<[string, Batches]>([
    ['the reverse of it', (n, batchSize) => inSlices(countUp(n).toReversed(), batchSize)],
    ['an order of its own', (n, batchSize, _, epoch) => inSlices(permutation(n, createRng(epoch)), batchSize)],
  ])('%s is seen, which no rng has drawn', (_, batches) => {
    expect(saidOf(by(inSmall(batches)))).toHaveLength(1);
  });

  test('one order for all epochs is seen', () => {
    expect(saidOf(wrongTraining(rules)['same-order-in-every-epoch'])).toEqual([
      'another-order-of-steps-in-every-epoch',
    ]);
  });

  test('so is one that is turned on from epoch to epoch', () => {
    let last: number[] = [];
    const turned: Batches = (n, batchSize, rng, epoch) => {
      last = epoch === 0 ? permutation(n, rng) : [last.at(-1)!, ...last.slice(0, -1)];
      return inSlices(last, batchSize);
    };
    expect(saidOf(by(() => turned))).toEqual(['another-order-of-steps-in-every-epoch']);
  });
});

describe('an order that not all are equally likely of is drawn from rng', () => {
  test.each<[string, Batches]>([
    [
      'sorted by a coin',
      (n, batchSize, rng) =>
        inSlices(
          countUp(n).sort(() => rng.uniform() - 0.5),
          batchSize,
        ),
    ],
    [
      'each exchanged with any',
      (n, batchSize, rng) => {
        const order = countUp(n);
        for (const i of countUp(n)) {
          const j = Math.floor(n * rng.uniform());
          [order[i], order[j]] = [order[j]!, order[i]!];
        }
        return inSlices(order, batchSize);
      },
    ],
  ])('%s', (_, batches) => {
    expect(saidOf(by(() => batches))).toEqual([]);
  });
});
