import * as fc from 'fast-check';
import { type Answers, Interval, type Law, sample } from '../../../../../grader/kit.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import { seed } from '../../../nets/generators.ts';
import type { DeepNetworkTasks } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { both, labelled, manyLabels, marks, net, type Uses, usesArgs } from './uses.ts';

/** Two batches, of which the second is smaller. */
const [larger, smaller] = [31, 29];
const examples = larger + smaller;
/**
 * How many of the smaller batch are among 29 given examples, in a random order: a hypergeometric number of mean 14. That it
 * is below 2 or above 26 has a probability of 1.14e-12 and 1.66e-12.
 */
const usual = new Interval(smaller / 2 - 0.5, 12);
const coincidence = 2.81e-12;
/** Two runs of one epoch and one of two; one is held against the order of the data, and two against each other twice. */
export const orderAlpha = 3 * coincidence;

export interface Orders extends Uses {
  readonly others: readonly number[];
}

const orders = (rules: Rules): fc.Arbitrary<Orders> =>
  fc
    .record({
      ...net(rules),
      labels: manyLabels(examples, examples),
      others: fc.array(seed, { minLength: 2, maxLength: 2 }),
    })
    .map(({ labels, classes, ...rest }) => ({
      ...rest,
      hiddenSizes: [],
      classes,
      batchSize: larger,
      last: smaller,
      marked: { labels: labelled(labels, classes), copies: 1 },
    }));

export const orderRuns = (input: Orders): readonly (readonly [Orders, number])[] => [
  [input, 1],
  [{ ...input, state: input.others[0]! }, 1],
  [{ ...input, state: input.others[1]! }, 2],
];

/** How often each example was in the smaller batch; undefined where the marks do not say. */
export function inLastBatch(
  rules: Rules,
  input: Orders,
  epochs: number,
  values: readonly (readonly Layer[])[],
): number[] | undefined {
  const found = marks(rules, input, values);
  const times = found?.map((mark) => {
    const inLast = ((mark?.weight ?? Number.NaN) - epochs / larger) / (1 / smaller - 1 / larger);
    return Math.abs(inLast - Math.round(inLast)) <= 0.1 ? Math.round(inLast) : Number.NaN;
  });
  const sum = times?.reduce((total, time) => total + time, 0);
  return sum === epochs * smaller ? times : undefined;
}

export function orderLaws({ train: task }: DeepNetworkTasks, rules: Rules): Law[] {
  const drawn = {
    inputs: orders(rules),
    runs: 1,
    calls: (input: Orders) => orderRuns(input).flatMap(([run, epochs]) => both(usesArgs(run, epochs))),
    view: (input: Orders, { values }: Answers<Layer[]>) =>
      orderRuns(input).map(([run, epochs], i) => inLastBatch(rules, run, epochs, values.slice(2 * i))),
  };
  /** How many of the examples of the smaller batch are there. */
  const shared = (times: readonly number[], isThere: (n: number) => boolean): number =>
    times.filter((inLast, n) => inLast > 0 && isThere(n)).length;
  const isUsual = (count: number): boolean => Math.abs(count - usual.center) <= usual.halfWidth;
  const unlessUsual = (call: number, count: number | undefined) =>
    count === undefined || isUsual(count) ? undefined : { call, expected: usual, received: count };
  /** Of the smaller batch, how many are the last of the data. */
  const ofTheData = (times: readonly number[]): number => shared(times, (n) => n >= larger);
  const isOfTheData = (times: readonly number[] | undefined): boolean =>
    times === undefined || !isUsual(ofTheData(times));
  return sample('orders', task, drawn, {
    'order-not-that-of-the-data': {
      alpha: coincidence,
      check: (_, [one]) => unlessUsual(1, one && ofTheData(one)),
    },
    'order-drawn-from-rng': {
      alpha: coincidence,
      check: (_, [one, other]) =>
        isOfTheData(one) || other === undefined
          ? undefined
          : unlessUsual(
              3,
              shared(one!, (n) => other[n]! > 0),
            ),
    },
    'another-order-in-every-epoch': {
      alpha: coincidence,
      check(_, [one, , twice]) {
        const both = twice?.filter((inLast) => inLast === 2).length;
        return isOfTheData(one) ? undefined : unlessUsual(5, both);
      },
    },
  });
}
