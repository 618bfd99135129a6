import * as fc from 'fast-check';
import { RngSeed } from '../../../../../grader/kit.ts';
import { nonzero, seed } from '../../../nets/generators.ts';
import type { TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { activationsOf } from '../runs.ts';
import { type Net, type Order, orderOf } from './read-order.ts';
import { labelled, manyLabels } from './uses.ts';

/** Examples of which it can be read when each was used. */
export const examples = 40;
/** Divisors of them: of larger batches, one of another size tells. */
const batchSizes = [2, 4, 5, 8];
/** From the one state, and from the other. */
const epochs = 3;
const otherEpochs = 2;
/** The runs that orders are read from. */
export const runs = epochs + otherEpochs;

/** A run whose orders are read, and another state for it. */
interface Read {
  readonly args: TrainArgs;
  readonly other: number;
}

export interface StepOrders {
  readonly read: readonly Read[];
  /** A net of hidden layers, of which it is asked whether it is that of the order of the data. */
  readonly deep: TrainArgs;
}

const readable = (rules: Rules, batchSize: fc.Arbitrary<number>): fc.Arbitrary<Read> =>
  fc
    .record({
      batchSize,
      label: fc.nat(11),
      classes: fc.integer({ min: 2, max: 12 }),
      activation: activationsOf(rules),
      state: seed,
      other: seed,
    })
    .map(({ label, state, other, ...settings }) => {
      const all = Array.from({ length: examples }, (_, n) => n);
      const inputs = all.map((n) => all.map((i) => Number(i === n)));
      const data = { inputs, labels: all.map(() => label % settings.classes) };
      const args: TrainArgs = [
        data,
        { ...settings, hiddenSizes: [], epochs: 1, learningRate: 0.05 },
        new RngSeed(state),
      ];
      return { args, other };
    });

const deepExamples = 24;
const deepBatchSizes = [1, 2, 3, 4];
const inputSize = 4;

const deep = (rules: Rules): fc.Arbitrary<TrainArgs> =>
  fc
    .record({
      inputs: fc.array(fc.array(nonzero(1.5), { minLength: inputSize, maxLength: inputSize }), {
        minLength: deepExamples,
        maxLength: deepExamples,
      }),
      labels: manyLabels(deepExamples, deepExamples),
      hiddenSizes: fc.array(fc.integer({ min: 16, max: 20 }), { minLength: 1, maxLength: 3 }),
      classes: fc.integer({ min: 2, max: 12 }),
      activation: activationsOf(rules),
      batchSize: fc.constantFrom(...deepBatchSizes),
      state: seed,
    })
    .map(({ inputs, labels, state, ...settings }) => [
      { inputs, labels: labelled(labels, settings.classes) },
      { ...settings, epochs: 1, learningRate: 0.1 },
      new RngSeed(state),
    ]);

export const stepOrders = (rules: Rules): fc.Arbitrary<StepOrders> =>
  fc.record<StepOrders>({
    read: fc.tuple(readable(rules, fc.constant(1)), readable(rules, fc.constantFrom(...batchSizes))),
    deep: deep(rules),
  });

const ofEpochs = ([data, settings, rng]: TrainArgs, most: number): TrainArgs[] =>
  Array.from({ length: most }, (_, e) => [data, { ...settings, epochs: e + 1 }, rng]);
const fromOther = ({ args: [data, settings], other }: Read): TrainArgs => [data, settings, new RngSeed(other)];

/** One epoch, two, three, each run by itself; and from another state. */
export const runsOf = (read: Read): TrainArgs[] => [
  ...ofEpochs(read.args, epochs),
  ...ofEpochs(fromOther(read), otherEpochs),
];

/** The orders of the epochs, as far as a longer run goes on where the shorter one has ended. */
function ordersOf(rules: Rules, args: TrainArgs, nets: readonly Net[]): Order[] {
  const orders: Order[] = [];
  for (let e = 0; 2 * e < nets.length; e++) {
    const [start = [], end = []] = nets.slice(2 * e);
    const isAlike = JSON.stringify(start) === JSON.stringify(nets[0]);
    const order = isAlike ? orderOf(rules, args, e === 0 ? start : nets[2 * e - 1]!, end) : undefined;
    if (order === undefined) break;
    orders.push(order);
  }
  return orders;
}

/** What can be read: orders of several epochs from one state and from another. `nets`: where each of `runsOf` begins and ends. */
export const ordersRead = (rules: Rules, read: Read, nets: readonly Net[]) => ({
  one: ordersOf(rules, read.args, nets.slice(0, 2 * epochs)),
  other: ordersOf(rules, fromOther(read), nets.slice(2 * epochs, 2 * runs)),
});
