import * as fc from 'fast-check';
import { type Answers, Interval, type Law, sample } from '../../../../../grader/kit.ts';
import type { Layer } from '../../../../../reference/types.ts';
import { seed } from '../../../nets/generators.ts';
import type { DeepNetworkTasks } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { both, labelled, manyLabels, marks, net, type Uses, usesArgs } from './uses.ts';

/** Two batches, of which the second is smaller: which examples are in it has C(40, 19) = 1.3e11 answers. */
const [larger, smaller] = [21, 19];
const examples = larger + smaller;
/** That one of these comes up by chance. */
const coincidence = 1 / 131282408400;
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
  const few = new Interval(smaller / 2, smaller / 2 - 1);
  const isSmaller = (_: unknown, n: number): boolean => n >= larger;
  /** How many examples of the smaller batch are where they would be without any chance. */
  const shared = (times: readonly number[] = [], isThere: (times: number, n: number) => boolean): number =>
    times.filter((inLast, n) => inLast > 0 && isThere(inLast, n)).length;
  const isThatOfTheData = (times: readonly number[] | undefined): boolean => shared(times, isSmaller) === smaller;
  return sample('orders', task, drawn, {
    'order-not-that-of-the-data': {
      alpha: coincidence,
      check: (_, [one]) => (isThatOfTheData(one) ? { call: 1, expected: few, received: smaller } : undefined),
    },
    'order-drawn-from-rng': {
      alpha: coincidence,
      check(_, [one, other]) {
        const received = isThatOfTheData(one) ? 0 : shared(one, (_, n) => (other?.[n] ?? 0) > 0);
        return received < smaller ? undefined : { call: 3, expected: few, received };
      },
    },
    'another-order-in-every-epoch': {
      alpha: coincidence,
      check(_, [, , twice]) {
        const both = twice?.map((times) => (times === 2 ? 1 : 0));
        const received = isThatOfTheData(both) ? 0 : shared(both, () => true);
        return received < smaller ? undefined : { call: 5, expected: few, received };
      },
    },
  });
}
