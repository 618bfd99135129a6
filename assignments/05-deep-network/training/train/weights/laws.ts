import { type Answers, Interval, type Law, sample, type Violation } from '../../../../../grader/kit.ts';
import { chiSquareMeanEpsilon, dkwEpsilon, subGaussianBound } from '../../../../../reference/concentration.ts';
import type { Layer } from '../../../../../reference/types.ts';
import { normal, shapeBounds, uniform } from '../../../../../reference/weight-distributions.ts';
import type { Tally } from '../../../../../reference/weight-tally.ts';
import type { DeepNetworkTasks, TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { share } from '../alpha.ts';
import { habits } from '../fingerprint.ts';
import { hasShape } from '../runs.ts';
import {
  correlationsOf,
  type DrawnLayer,
  drawnLayer,
  he,
  histogramOf,
  sumsOf,
  together,
  type Variance,
  xavier,
} from './drawn-layers.ts';
import { deepSizes, drawing, type Nets, nets } from './nets.ts';

/** What was drawn for one activation. */
interface Drawn {
  /** Of the deep net. */
  readonly hidden: readonly DrawnLayer[];
  /** Of all small nets. */
  readonly small: readonly DrawnLayer[];
  /** The last layers of all nets, by the one rule and by the other. */
  readonly last: readonly (readonly DrawnLayer[])[];
}

function drawnFor(hiddenVariance: Variance, called: readonly (readonly [number, readonly Layer[]])[]): Drawn {
  const hidden = called.map(([call, layers]) =>
    layers.slice(0, -1).map((layer, l) => drawnLayer(layer, hiddenVariance, call, l)),
  );
  const last = [xavier, he].map((variance) =>
    called.map(([call, layers]) => drawnLayer(layers.at(-1)!, variance, call, layers.length - 1)),
  );
  return { hidden: hidden[0] ?? [], small: hidden.slice(1).flat(), last };
}

/** Small layers that have something in common; each has some five hundred weights. */
const kinds: readonly ((layer: DrawnLayer) => boolean)[] = [
  () => true,
  ({ fanIn }) => fanIn === 1,
  ({ fanOut }) => fanOut === 1,
  ({ fanIn, fanOut }) => fanIn === fanOut,
  ({ fanIn, fanOut }) => fanIn < fanOut,
  ({ fanIn, fanOut }) => fanIn > fanOut,
  ({ fanIn }) => fanIn > 4,
  ({ l }) => l === 0,
];

interface Part {
  readonly tally: Tally;
  readonly layer: DrawnLayer;
}

/** Every deep layer by itself, all of them, and small ones by kinds. */
const partsOf = ({ hidden, small }: Drawn): Part[] => [
  ...hidden.map((layer) => ({ tally: layer.tally, layer })),
  ...[hidden, ...kinds.map((kind) => small.filter(kind))]
    .filter(({ length }) => length > 0)
    .map((layers) => ({ tally: together(layers), layer: layers[0]! })),
];

/** The deep net's last layer, those of all nets, and of those with more inputs, or more outputs. */
const lastParts = (layers: readonly DrawnLayer[]): Part[] =>
  [
    layers.slice(0, 1),
    layers,
    layers.filter(({ fanIn, fanOut }) => fanIn > fanOut),
    layers.filter(({ fanIn, fanOut }) => fanIn < fanOut),
  ]
    .filter(({ length }) => length > 0)
    .map((some) => ({ tally: together(some), layer: some[0]! }));

const mostLastParts = 4;
const mostParts = 20 + 1 + kinds.length;

const beyond = (received: number, center: number, halfWidth: number, { call, l }: DrawnLayer): Violation | undefined =>
  Math.abs(received - center) <= halfWidth
    ? undefined
    : { expected: new Interval(center, halfWidth), received, call, path: `[${l}].weights` };

const first = <T>(items: Iterable<T>, check: (item: T) => Violation | undefined): Violation | undefined => {
  for (const item of items) {
    const violation = check(item);
    if (violation) return violation;
  }
  return undefined;
};

/** As close to a limit as numbers of 32 bits are. */
const rounding = 1 + 1e-6;
const isUniform = ({ largest }: Tally): boolean => largest <= uniform.limit * rounding;
const resolution = 2 ** -32;

/** What weights look like, each within a few percent: or that they are not independent, and have no moments to speak of. */
function weightFeatures({ hidden, last: [last = []] }: Drawn): number[] {
  const ofHidden = hidden.length === 0 ? 0 : Math.max(...[...sumsOf(hidden)].map(({ size }) => size));
  if (!(ofHidden < 12)) return [-1];
  const std = (layers: readonly DrawnLayer[]): number =>
    layers.length === 0 ? -1 : Math.sqrt(together(layers).square());
  const shapes = [
    hidden.filter(({ fanIn, fanOut }) => fanIn > fanOut),
    hidden.filter(({ fanIn, fanOut }) => fanIn === fanOut),
    hidden.filter(({ fanIn, fanOut }) => fanIn < fanOut),
    last,
  ];
  return [...shapes.map(std), hidden.length === 0 ? 0 : together(hidden).mean()];
}

export function weightLaws({ train: task }: DeepNetworkTasks, rules: Rules): Law[] {
  const activations = [rules.phis.symmetric.name, 'relu'];
  const drawn = {
    inputs: nets,
    runs: 1,
    calls: ({ small, width, states }: Nets): TrainArgs[] => [
      ...activations.map((activation, i) => drawing(rules, deepSizes(width), activation, states[i]!, i > 0)),
      ...small.map(({ sizes, state }, i) => drawing(rules, sizes, activations[i % 2]!, state, i % 4 > 1)),
      ...habits(rules, states[2]!).calls,
    ],
    view(input: Nets, { values }: Answers<Layer[]>): readonly Drawn[] {
      const calls = drawn.calls(input).slice(0, activations.length + input.small.length);
      return activations.map((activation) => {
        const own = [...values.slice(0, calls.length).entries()].filter(
          ([call, layers]) => calls[call]![1].activation === activation && hasShape(calls[call]!, layers),
        );
        return drawnFor(activation === 'relu' ? he : xavier, own);
      });
    },
  };
  /** For each of the two activations. */
  const each = (views: readonly Drawn[], check: (drawn: Drawn) => Violation | undefined) => first(views, check);
  const half = share / 2;

  return sample('weights', task, drawn, {
    'variance-for-the-activation': {
      alpha: share,
      probes: true,
      fingerprint: {
        features(input, answers) {
          const weights = drawn.view(input, answers).flatMap(weightFeatures);
          return [
            ...weights,
            ...habits(rules, input.states[2]!).read(answers.values.slice(activations.length + input.small.length)),
          ];
        },
        tolerance: { relative: 0.07, absolute: 0.05 },
      },
      check: (_, views) =>
        each(views, (one) =>
          first(partsOf(one), ({ tally, layer }) =>
            beyond(tally.square(), 1, chiSquareMeanEpsilon(tally.count, half / mostParts), layer),
          ),
        ),
    },
    'variance-of-the-last-layer': {
      alpha: share,
      check: (_, views) =>
        each(views, ({ last }) => {
          // A right one is by one of the two, and strays from that with a probability of at most this.
          const violations = last.map((layers) =>
            first(lastParts(layers), ({ tally, layer }) =>
              beyond(tally.square(), 1, chiSquareMeanEpsilon(tally.count, half / mostLastParts), layer),
            ),
          );
          return violations.includes(undefined) ? undefined : violations[0];
        }),
    },
    'weights-of-mean-zero': {
      alpha: share,
      check: (_, views) =>
        each(views, ({ hidden, small, last: [last = []] }) =>
          first([hidden, small, last], (layers) => {
            if (layers.length === 0) return undefined;
            const tally = together(layers);
            // In units of their own standard deviation, whichever rule it is by.
            const std = layers === last ? Math.sqrt(Math.max(1, tally.square())) : 1;
            return beyond(tally.mean() / std, 0, subGaussianBound(half / 3) / Math.sqrt(tally.count), layers[0]!);
          }),
        ),
    },
    'uniform-or-normal': {
      alpha: share,
      check: (_, views) =>
        each(views, ({ hidden }) => {
          const alpha = half / (hidden.length + 4);
          const normals = hidden.filter(({ tally }) => !isUniform(tally));
          const short = first(normals, (layer) => {
            const least = normal.reach(layer.tally.count, alpha);
            return layer.tally.largest >= least
              ? undefined
              : beyond(layer.tally.largest, (least + 8) / 2, (8 - least) / 2, layer);
          });
          if (short) return short;
          const families = [
            [uniform, hidden.filter(({ tally }) => isUniform(tally))],
            [normal, normals],
          ] as const;
          return first(families, ([family, layers]) => {
            if (layers.length === 0) return undefined;
            const tally = together(layers);
            const { kurtosis } = family;
            return (
              beyond(
                histogramOf(layers).distance(family),
                0,
                dkwEpsilon(tally.count, alpha) + resolution,
                layers[0]!,
              ) ??
              beyond(tally.kurtosis(kurtosis), kurtosis, shapeBounds(family).kurtosis(tally.count, alpha), layers[0]!)
            );
          });
        }),
    },
    'weights-independent': {
      alpha: share,
      check: (_, views) =>
        each(views, ({ hidden }) => {
          const sums = [...sumsOf(hidden), ...(hidden.length > 0 ? correlationsOf(hidden) : [])];
          const bound = subGaussianBound(half / sums.length);
          return first(sums, ({ size, layer }) => beyond(size, 0, bound, layer));
        }),
    },
  });
}
