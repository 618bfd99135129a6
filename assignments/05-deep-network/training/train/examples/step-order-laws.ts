import { type Answers, Interval, type Law, sample, type Violation } from '../../../../../grader/kit.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { DeepNetworkTasks, TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { hasShape } from '../runs.ts';
import { endsAs, type Net, type Order } from './read-order.ts';
import { examples, ordersRead, runs, runsOf, type StepOrders, stepOrders } from './step-orders.ts';
import { both } from './uses.ts';

const coincidence = 1e-13;

/**
 * So many of 40 examples may be in the same batch of two orders. That k given ones are has a probability of at most
 * Π B/(40 − j), and k of 40 are chosen in C(40, k) ways: k or more have one of at most B^k/k!.
 */
function mostAlike(batchSize: number): number {
  let k = 0;
  for (let chance = 1; chance > coincidence && k < examples; chance *= batchSize / k) k++;
  return k - 1;
}

/**
 * Two runs, each with five orders against that of the data; a net of 24 examples, whose order in batches of 4 is this or
 * the reverse by a chance of 2·(4!)⁶/24! = 6e-16, and of 4.4e-13 if six of them had no unit on and could change places.
 * Against another order, and as changes from one order to another, fewer are held.
 */
const lawAlpha = 2e-12;
export const stepOrderAlpha = 3 * lawAlpha;

type Ids =
  | 'steps-not-in-the-order-of-the-data'
  | 'order-of-steps-drawn-from-rng'
  | 'another-order-of-steps-in-every-epoch';
type Found = { readonly law: Ids; readonly violation: Violation } | undefined;

/** How many examples are in the batch of both orders, if that are too many. */
function tooManyAlike(one: Order | undefined, other: Order | undefined, most: number): number | undefined {
  const alike = other && one?.filter((batch, n) => batch === other[n]).length;
  return alike !== undefined && alike > most ? alike : undefined;
}

/** To which place of the next order each place of an order goes; an example has a place of its own in batches of one. */
const change = ([from, to]: readonly Order[]): Order | undefined =>
  from && to && new Set(from).size === examples ? from.map((_, place) => to[from.indexOf(place)]!) : undefined;

const inOrder = (count: number, batchSize: number): Order =>
  Array.from({ length: count }, (_, n) => Math.floor(n / batchSize));

function wrongOrder(one: readonly Order[], other: readonly Order[], batchSize: number, call: number): Found {
  const most = mostAlike(batchSize);
  const data = inOrder(examples, batchSize);
  const first = (law: Ids, pairs: readonly (readonly [Order | undefined, Order | undefined])[]): Found => {
    const received = pairs.map(([a, b]) => tooManyAlike(a, b, most)).find((alike) => alike !== undefined);
    return received === undefined
      ? undefined
      : { law, violation: { call, expected: new Interval(most / 2, most / 2), received } };
  };
  return (
    first(
      'steps-not-in-the-order-of-the-data',
      [...one, ...other].map((order) => [order, data]),
    ) ??
    first(
      'order-of-steps-drawn-from-rng',
      one.map((order, e) => [order, other[e]]),
    ) ??
    first('another-order-of-steps-in-every-epoch', [
      ...one.flatMap((order, e) => one.slice(e + 1).map((later) => [order, later] as const)),
      [other[0], other[1]],
      [change(one), change(other)],
    ])
  );
}

/** Whether a net of hidden layers is that of the order of the data, or of the reverse. */
function wrongNet(rules: Rules, args: TrainArgs, [start = [], end = []]: readonly Net[]): Found {
  const [{ labels }, { batchSize }] = args;
  if (!hasShape(args, start) || !hasShape(args, end)) return undefined;
  const data = inOrder(labels.length, batchSize);
  if (![data, data.toReversed()].some((order) => endsAs(rules, args, start, end, order))) return undefined;
  const most = mostAlike(1);
  const violation = { call: 4 * runs + 1, expected: new Interval(most / 2, most / 2), received: labels.length };
  return { law: 'steps-not-in-the-order-of-the-data', violation };
}

/** Small batches, down to one example: when each was used is read from the net, or the net is that of a known order. */
export function stepOrderLaws({ train: task }: DeepNetworkTasks, rules: Rules): Law[] {
  const drawn = {
    inputs: stepOrders(rules),
    runs: 1,
    echo: true,
    calls: ({ read, deep }: StepOrders) => [...read.flatMap(runsOf), deep].flatMap(both),
    view({ read, deep }: StepOrders, { values }: Answers<Layer[]>): Found {
      for (const [i, run] of read.entries()) {
        const call = 2 * i * runs;
        const { one, other } = ordersRead(rules, run, values.slice(call));
        const found = wrongOrder(one, other, run.args[1].batchSize, call + 1);
        if (found) return found;
      }
      return wrongNet(rules, deep, values.slice(-2));
    },
  };
  const ids: readonly Ids[] = [
    'steps-not-in-the-order-of-the-data',
    'order-of-steps-drawn-from-rng',
    'another-order-of-steps-in-every-epoch',
  ];
  const check =
    (id: Ids) =>
    (_: StepOrders, found: Found): Violation | undefined =>
      found?.law === id ? found.violation : undefined;
  return sample(
    'step-orders',
    task,
    drawn,
    Object.fromEntries(ids.map((id) => [id, { alpha: lawAlpha, check: check(id) }])),
  );
}
