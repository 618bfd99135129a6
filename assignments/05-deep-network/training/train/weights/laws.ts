import { type Answers, Interval, type Law, sample, type Violation } from '../../../../../grader/kit.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import {
  chiSquareMeanEpsilon,
  dkwEpsilon,
  subGaussianBound,
} from '../../../../../reference/statistics/concentration.ts';
import { normal, shapeBounds, uniform } from '../../../../../reference/weights/weight-distributions.ts';
import type { Tally } from '../../../../../reference/weights/weight-tally.ts';
import type { DeepNetworkTasks, TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { share } from '../alpha.ts';
import { habits } from '../fingerprint.ts';
import { hasShape } from '../runs.ts';
import { correlationsOf, type DrawnLayer, he, histogramOf, sumsOf, together, xavier } from './drawn-layers.ts';
import { weightFeatures } from './features.ts';
import { deepSizes, drawing, type Nets, nets } from './nets.ts';
import { type Drawn, drawnFor, lastParts, mostLastParts, mostParts, partsOf } from './parts.ts';

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

export function weightLaws({ train: task }: DeepNetworkTasks, rules: Rules): Law[] {
  const activations = [rules.phis.symmetric.name, 'relu'];
  /** How many of the calls draw a net; those behind them tell habits. */
  const netsIn = ({ small }: Nets): number => activations.length + small.length;
  const drawn = {
    inputs: nets,
    runs: 1,
    calls: ({ small, width, states }: Nets): TrainArgs[] => [
      ...activations.map((activation, i) => drawing(rules, deepSizes(width), activation, states[i]!, i > 0)),
      ...small.map(({ sizes, state }, i) => drawing(rules, sizes, activations[i % 2]!, state, i % 4 > 1)),
      ...habits(rules, states[2]!).calls,
    ],
    view(input: Nets, { values }: Answers<Layer[]>): readonly Drawn[] {
      const calls = drawn.calls(input).slice(0, netsIn(input));
      return activations.map((activation) => {
        const own = [...values.slice(0, calls.length).entries()].filter(
          ([call, layers]) => calls[call]![1].activation === activation && hasShape(calls[call]!, layers),
        );
        return drawnFor(activation === 'relu' ? he : xavier, own);
      });
    },
  };
  const half = share / 2;

  return sample('weights', task, drawn, {
    'variance-for-the-activation': {
      alpha: share,
      probes: true,
      fingerprint: {
        features(input, answers) {
          const weights = drawn.view(input, answers).flatMap(weightFeatures);
          return [...weights, ...habits(rules, input.states[2]!).read(answers.values.slice(netsIn(input)))];
        },
        tolerance: { relative: 0.07, absolute: 0.05 },
      },
      check: (_, views) =>
        first(views, (one) =>
          first(partsOf(one), ({ tally, layer }) =>
            beyond(tally.square(), 1, chiSquareMeanEpsilon(tally.count, half / mostParts), layer),
          ),
        ),
    },
    'variance-of-the-last-layer': {
      alpha: share,
      check: (_, views) =>
        first(views, ({ last }) => {
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
        first(views, ({ hidden, small, last: [last = []] }) =>
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
        first(views, ({ hidden }) => {
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
        first(views, ({ hidden }) => {
          const sums = [...sumsOf(hidden), ...(hidden.length > 0 ? correlationsOf(hidden) : [])];
          const bound = subGaussianBound(half / sums.length);
          return first(sums, ({ size, layer }) => beyond(size, 0, bound, layer));
        }),
    },
  });
}
