import * as fc from 'fast-check';
import { type Answers, type Law, RngSeed, sample } from '../../../../grader/kit.ts';
import type { Matrix } from '../../../../reference/numerics/types.ts';
import { subGaussianBound } from '../../../../reference/statistics/concentration.ts';
import { normal, uniform } from '../../../../reference/weights/weight-distributions.ts';
import { share } from '../../alpha.ts';
import { varianceOf } from '../../parameters.ts';
import type { InitializerArgs } from '../../reference.ts';
import { unlessDistributed } from '../distributed.ts';
import { weightsFingerprint } from '../fingerprint.ts';
import { seed, statesWithZero, wideAndTall } from '../generators.ts';
import { layerCalls, layersOf, type Spread } from '../layers.ts';
import { unlessOfShape } from '../of-shape.ts';
import { type LayersPart, unlessEach } from '../parts.ts';
import type { Promised } from '../promises.ts';
import { type DrawnWeights, drawnWeights } from '../sample.ts';
import { unlessShaped } from '../shape.ts';
import { unlessBeyond, unlessWithin } from '../weights.ts';
import { unlessIndependent } from './independence.ts';
import { unlessNoSums } from './sums.ts';
import { unlessAllDifferent } from './ties.ts';

/** Small layers whose draws meet a 0: for the fingerprint alone. */
const zeroCalls = statesWithZero.map((state): InitializerArgs => [6, 6, new RngSeed(state)]);

const spread: fc.Arbitrary<Spread> = fc.tuple(wideAndTall, seed).map(([input, fans]) => ({ ...input, fans }));

/** The first two layers, the largest, and the others by whether they are asked for once. */
const groupsOf = (layers: readonly LayersPart[]): LayersPart[][] => {
  const others = layers.slice(2, -1);
  return [
    ...[0, 1, layers.length - 1].map((index) => layers.slice(index, index + 1)),
    others.filter(({ copies }) => copies > 1),
    others.filter(({ copies }) => copies === 1),
  ];
};

/** The laws of every initializer that are statistics of one sample, each with its share of the budget. */
export function statisticalLaws(promise: Promised): Law[] {
  const { task, family, scale, varianceLaw } = promise;
  const variance = (fanIn: number, fanOut: number): number => varianceOf(promise, fanIn, fanOut);
  const stdOf = (...fans: [number, number]): number => Math.sqrt(variance(...fans));
  const drawn = {
    inputs: spread,
    runs: 1,
    calls: (input: Spread) => [...layerCalls(input), ...zeroCalls],
    view: (input: Spread, { values }: Answers<Matrix>): DrawnWeights => drawnWeights(input, values, stdOf),
  };

  return sample('weights', task, drawn, {
    // No draw breaks it. With a share it is not tried again on fewer of so many layers.
    'weights-at-every-size': {
      alpha: share,
      check: (input, { matrices }) => unlessShaped(layersOf(input), matrices, promise),
    },
    'weights-all-different': {
      alpha: share,
      // The first layer by itself, and small ones together.
      check: (_, { layers }) =>
        unlessAllDifferent([layers.slice(0, 1), layers.filter(({ copies }) => copies > 1)], share),
    },
    'mean-is-zero': {
      alpha: share,
      // In units of what the weights are, and not of what they should be: their variance is for another law.
      check: (_, { all, layers, alike, places }) =>
        unlessEach(all, [...layers, ...alike, ...places], ({ tally }, alpha) =>
          unlessWithin(tally.mean(), 0, subGaussianBound(alpha) / Math.sqrt(tally.count)),
        ),
    },
    'weights-independent': {
      alpha: share,
      // Rows and columns of the first two layers and the largest.
      check: (_, { layers }) => unlessIndependent(layers, [...layers.slice(0, 2), ...layers.slice(-1)], share),
    },
    [varianceLaw]: {
      alpha: share,
      probes: true,
      fingerprint: weightsFingerprint(promise, zeroCalls.length),
      // One scale for all fans shows where n is another one.
      check: (_, { all, layers, alike, places }) =>
        unlessEach(all, [...layers, ...alike, ...places], ({ tally }, alpha) =>
          unlessWithin(scale * tally.square(), scale, scale * family.varianceEpsilon(tally.count, alpha)),
        ),
    },
    ...(family !== uniform && {
      // Among so many draws some are far out: none is where a normal was cut off, or a truncated one too early.
      [Number.isFinite(family.limit) ? 'truncated-reaches-its-limit' : 'normal-not-cut-off']: {
        alpha: share,
        check: (_: Spread, { all, layers }: DrawnWeights) =>
          unlessEach(all, layers, ({ tally }, alpha) =>
            unlessBeyond(tally.largest, family.reach(tally.count, alpha), family.limit),
          ),
      },
    }),
    [`distribution-is-${family.name}`]: {
      alpha: share,
      check: (_, { layers }) => unlessDistributed(groupsOf(layers), family, share),
    },
    'shape-of-the-distribution': {
      alpha: share,
      check: (_, { all, layers, alike }) =>
        unlessEach(all, [...layers, ...alike], (part, alpha) => unlessOfShape(part, family, alpha)),
    },
    // Variance and shape are right: what is a sum, is one that moments cannot tell from a normal number.
    ...(family === normal && {
      'normal-not-a-sum': { alpha: share, check: (_: Spread, { layers }: DrawnWeights) => unlessNoSums(layers) },
    }),
  });
}
