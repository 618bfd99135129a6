// Long, for it is a list of features, a few lines for each.
import type { Layer } from '../../../../reference/numerics/types.ts';
import type { TrainArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';
import { inLastBatch, orderRuns } from './examples/order-laws.ts';
import { both, marks, type Uses, usesArgs, usesOf } from './examples/uses.ts';
import { argsOf, hasShape, type SmallRun, standing } from './runs.ts';
import { followed } from './steps/known-steps.ts';
import { lengthsOf, type Paced, pacedCalls } from './steps/lengths.ts';

type Nets = readonly (readonly Layer[])[];

/** One thing that is looked at: the runs that it takes, and what stays of them when all draws are forgotten. */
interface Feature {
  readonly calls: readonly TrainArgs[];
  readonly read: (nets: Nets) => readonly number[];
}

const flag = (holds: boolean): number => (holds ? 1 : 0);
/** In the place of what cannot be told. */
const unknown = -1;

const inputs = [
  [0.5, -1, 0.3],
  [1.2, 0.4, -0.7],
  [-0.6, 0.9, 1.1],
  [0.2, -0.3, -1.4],
];
const labels = [0, 2, 1, 2];

/** Four examples as one batch. */
function smallRun({ phis }: Rules, state: number, options: Partial<SmallRun['settings']> = {}): SmallRun {
  const net = { hiddenSizes: [5, 4], classes: 3, activation: phis.symmetric.name };
  return {
    data: { inputs, labels },
    settings: { ...net, epochs: 3, batchSize: 4, learningRate: 0.1, ...options },
    state,
  };
}

/** Seven times the same one, in batches of three. */
const alike = (rules: Rules, state: number): SmallRun => ({
  ...smallRun(rules, state, { batchSize: 3 }),
  data: { inputs: Array.from({ length: 7 }, () => inputs[0]!), labels: Array.from({ length: 7 }, () => labels[1]!) },
});

/** Without which options a run goes, or after which share of its steps it ends. */
const steps = (rules: Rules, run: SmallRun): Feature => ({
  calls: [standing(argsOf(run)), argsOf(run)],
  read(nets) {
    const found = followed(rules, run, nets);
    if (found?.without) return [2 + ['l2', 'bound', 'both'].indexOf(found.without)];
    return [found?.steps === undefined ? unknown : found.steps / found.expected];
  },
});

const lengths = (rules: Rules, paced: Paced): Feature => ({
  calls: pacedCalls(paced),
  read: (nets) => lengthsOf(rules, paced, nets) ?? [unknown],
});

function usesNet({ phis }: Rules, groups: number, copies: number, state: number): Omit<Uses, 'batchSize' | 'last'> {
  const marked = { labels: Array.from({ length: groups }, (_, n) => (n * n) % 4), copies };
  return { marked, hiddenSizes: [], classes: 4, activation: phis.symmetric.name, state };
}

/** Which examples were used, and how. */
const few = (rules: Rules, state: number): Feature => {
  const uses: Uses = { ...usesNet(rules, 23, 1, state), batchSize: 5, last: 3 };
  return {
    calls: both(usesArgs(uses)),
    read(nets) {
      const found = marks(rules, uses, nets) ?? [];
      const times = found.map((mark) => (mark ? usesOf(mark.weight, uses).used : Number.NaN));
      const unused = times.filter((used) => used === 0).length;
      return [
        flag(times.some(Number.isNaN)),
        flag(found.some((mark, n) => mark?.label !== undefined && mark.label !== uses.marked.labels[n])),
        flag(unused > 0),
        flag(unused === uses.last),
        flag(times.every((used, n) => used > 0 === n < uses.batchSize)),
        flag(times.some((used) => used > 1)),
        flag(found.filter((mark) => mark && usesOf(mark.weight, uses).inLast === 1).length === uses.last),
      ];
    },
  };
};

/** The share of many examples that are not used at all. */
const many = (rules: Rules, state: number): Feature => {
  const uses: Uses = { ...usesNet(rules, 12, 60, state), batchSize: 20, last: 0 };
  return {
    calls: both(usesArgs(uses)),
    read: (nets) => [(marks(rules, uses, nets) ?? []).filter((mark) => mark?.weight === 0).length / 12],
  };
};

/** Whether there is an order, whether it depends on `rng`, and whether it changes. */
const orders = (rules: Rules, state: number): Feature => {
  const all = orderRuns({ ...usesNet(rules, 60, 1, state), batchSize: 31, last: 29, others: [state + 1, state + 2] });
  const inOrder = (times: readonly number[], most: number): boolean =>
    times.every((inLast, n) => inLast === (n < 31 ? 0 : most));
  return {
    calls: all.flatMap(([uses, epochs]) => both(usesArgs(uses, epochs))),
    read(nets) {
      const [one, other, twice] = all.map(([uses, epochs], i) => inLastBatch(rules, uses, epochs, nets.slice(2 * i)));
      if (!one || !other || !twice) return [unknown];
      return [
        flag(inOrder(one, 1)),
        flag(one.every((inLast, n) => inLast === other[n])),
        flag(twice.every((inLast) => inLast !== 1)),
      ];
    },
  };
};

/** Whether biases are 0 at the start, all the same, or different; and how many layers there are. */
const initial = (rules: Rules, state: number): Feature => {
  const args = standing(argsOf(smallRun(rules, state, { hiddenSizes: [6, 5, 4] })));
  return {
    calls: [args],
    read([layers = []]) {
      const biases = layers.flatMap((layer) => layer.biases);
      const kinds = new Set(biases).size;
      return [layers.length, flag(hasShape(args, layers)), biases.every((b) => b === 0) ? 0 : Math.min(2, kinds)];
    },
  };
};

/** All of the options at once. */
const limited = ({ clipping }: Rules): Partial<SmallRun['settings']> => ({
  l2: 0.5,
  ...(clipping === 'norm' && { maxNorm: 0.2 }),
  ...(clipping === 'value' && { limit: 0.05 }),
});

/**
 * What a way to train does apart from the weights that it draws, on nets of no chance: no feature depends on how somebody
 * draws from `rng`. No answer is wrong for it; it serves to name a mistake that a law has shown.
 */
export function habits(rules: Rules, state: number): Feature {
  const run = (offset: number, options?: Partial<SmallRun['settings']>): SmallRun =>
    smallRun(rules, state + offset, options);
  const all = [
    initial(rules, state),
    steps(rules, run(1, limited(rules))),
    steps(rules, alike(rules, state + 2)),
    lengths(rules, { run: run(3), by: 'epoch' }),
    lengths(rules, { run: run(4), by: 'batch' }),
    few(rules, state + 5),
    many(rules, state + 6),
    orders(rules, state + 7),
  ];
  return {
    calls: all.flatMap(({ calls }) => calls),
    read(nets) {
      let at = 0;
      return all.flatMap(({ calls, read }) => {
        at += calls.length;
        return read(nets.slice(at - calls.length, at));
      });
    },
  };
}
