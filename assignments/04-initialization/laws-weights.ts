import { type Law, law, RngSeed } from '../../grader/contract.ts';
import { subGaussianBound } from '../../reference/concentration.ts';
import { normalMaximumQuantile } from '../../reference/statistics.ts';
import type { Matrix } from '../../reference/types.ts';
import { moment } from '../../reference/variance.ts';
import { share } from './alpha.ts';
import { normal, type Promised, uniform, varianceOf } from './distributions.ts';
import { weightsFingerprint } from './fingerprint.ts';
import { fansOf, statesWithZero, type WideAndTall, wideAndTall, wideAndTallCalls } from './generators.ts';
import type { InitializerArgs } from './reference.ts';
import {
  correlationBound,
  firstOf,
  largestCorrelation,
  largestOf,
  pairsOf,
  standardized,
  transposed,
  unlessBeyond,
  unlessDistributed,
  unlessWithin,
} from './weights.ts';

/** Weights in units of the standard deviation that they should have. */
const inUnits = (promise: Promised, input: WideAndTall, matrices: readonly Matrix[]): number[] =>
  standardized(matrices, (i) => Math.sqrt(varianceOf(promise, ...fansOf(input)[i]!)));

/** Small layers whose draws meet a 0: for the fingerprint alone. */
const zeroCalls = statesWithZero.map((state): InitializerArgs => [6, 6, new RngSeed(state)]);

/** Both matrices together. */
const drawsOf = ({ base }: WideAndTall): number => 6 * base ** 2;

/** The laws of every initializer that are statistics: each on one input, with its share of the budget. */
export function statisticalLaws(promise: Promised): Law[] {
  const { task, family, scale, n, varianceLaw } = promise;
  const once = { runs: 1, alpha: share, calls: wideAndTallCalls };
  return [
    law(varianceLaw, task, {
      ...once,
      inputs: wideAndTall(84, 96),
      calls: (input) => [...wideAndTallCalls(input), ...zeroCalls],
      probes: true,
      fingerprint: weightsFingerprint(promise),
      check(input, { values }) {
        const halfWidth = scale * family.varianceEpsilon(drawsOf(input) / 2, share / 2);
        return firstOf(fansOf(input), ([fanIn, fanOut], call) =>
          unlessWithin(n(fanIn, fanOut) * moment(values[call]?.flat() ?? [], 2), scale, halfWidth, call),
        );
      },
    }),
    law('mean-is-zero', task, {
      ...once,
      inputs: wideAndTall(80, 84),
      check(input, { values }) {
        // Σ x/√N is Σ c·x with ‖c‖ = 1.
        const halfWidth = subGaussianBound(share) / Math.sqrt(drawsOf(input));
        return unlessWithin(moment(inUnits(promise, input, values), 1), 0, halfWidth);
      },
    }),
    law(family === uniform ? 'distribution-is-uniform' : 'distribution-is-normal', task, {
      ...once,
      inputs: wideAndTall(38, 40),
      check: (input, { values }) =>
        unlessDistributed(inUnits(promise, input, values), drawsOf(input), family.cdf, share),
    }),
    ...(family === normal ? [notCutOff(promise)] : []),
    law('weights-independent', task, {
      ...once,
      inputs: wideAndTall(60, 66),
      check(input, { values }) {
        const pairs = 2 * (pairsOf(input.base) + pairsOf(3 * input.base));
        const bound = correlationBound(pairs, share);
        return firstOf(values, (matrix, call) => {
          const unit = Math.sqrt(varianceOf(promise, ...fansOf(input)[call]!));
          const rows = matrix.map((row) => row.map((w) => w / unit));
          return (
            unlessWithin(largestCorrelation(rows), 0, bound, call) ??
            unlessWithin(largestCorrelation(transposed(rows)), 0, bound, call)
          );
        });
      },
    }),
  ];
}

/** Among so many draws of a normal some are far out; where it was cut off at two or three standard deviations, none. */
const notCutOff = (promise: Promised): Law =>
  law('normal-not-cut-off', promise.task, {
    runs: 1,
    alpha: share,
    inputs: wideAndTall(48, 52),
    calls: wideAndTallCalls,
    check: (input, { values }) =>
      unlessBeyond(largestOf(inUnits(promise, input, values)), normalMaximumQuantile(drawsOf(input), share)),
  });
