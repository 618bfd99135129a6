import { type Law, RngSeed, sample, type Violation } from '../../grader/contract.ts';
import { subGaussianBound } from '../../reference/concentration.ts';
import type { Matrix } from '../../reference/types.ts';
import { moment } from '../../reference/variance.ts';
import { share } from './alpha.ts';
import { type Promised, uniform } from './distributions.ts';
import { weightsFingerprint } from './fingerprint.ts';
import { drawsOf, fansOf, statesWithZero, type WideAndTall, wideAndTall, wideAndTallCalls } from './generators.ts';
import { fanOf, varianceOf } from './parameters.ts';
import type { InitializerArgs } from './reference.ts';
import {
  columnsOf,
  correlationBound,
  firstOf,
  inUnits,
  largestCorrelation,
  largestOf,
  pairsOf,
  rowsOf,
  standardized,
  unlessBeyond,
  unlessDistributed,
  unlessWithin,
} from './weights.ts';

/** Small layers whose draws meet a 0: for the fingerprint alone. */
const zeroCalls = statesWithZero.map((state): InitializerArgs => [6, 6, new RngSeed(state)]);

/** The laws of every initializer that are statistics of one sample, each with its share of the budget. */
export function statisticalLaws(promise: Promised): Law[] {
  const { task, family, scale, mode, varianceLaw } = promise;
  const drawn = {
    inputs: wideAndTall(74, 78),
    runs: 1,
    calls: (input: WideAndTall) => [...wideAndTallCalls(input), ...zeroCalls],
  };
  const stdOf = (input: WideAndTall, call: number): number => Math.sqrt(varianceOf(promise, ...fansOf(input)[call]!));
  /** Weights in units of the standard deviation that they should have. */
  const standard = (input: WideAndTall, [wide = [], tall = []]: readonly Matrix[]): Float64Array =>
    standardized([wide, tall], (call) => stdOf(input, call));
  const eachMatrix = (
    [wide = [], tall = []]: readonly Matrix[],
    check: (matrix: Matrix, call: number) => Violation | undefined,
  ): Violation | undefined => firstOf([wide, tall], check);

  return sample('weights', task, drawn, {
    [varianceLaw]: {
      alpha: share,
      probes: true,
      fingerprint: weightsFingerprint(promise),
      check(input, { values }) {
        // One scale for both fans shows where n is another one; all weights together show a scale that is a little off.
        const fans = fansOf(input);
        const ofOne = scale * family.varianceEpsilon(drawsOf(input), share / 4);
        const ofBoth = scale * family.varianceEpsilon(2 * drawsOf(input), share / 2);
        const estimate = (matrix: Matrix, call: number): number =>
          fanOf(mode, ...fans[call]!) * moment(inUnits(matrix), 2);
        return (
          eachMatrix(values, (matrix, call) => unlessWithin(estimate(matrix, call), scale, ofOne, call)) ??
          unlessWithin((estimate(values[0]!, 0) + estimate(values[1]!, 1)) / 2, scale, ofBoth)
        );
      },
    },
    'mean-is-zero': {
      alpha: share,
      check(input, { values }) {
        // Σ x/√N is Σ c·x with ‖c‖ = 1.
        const halfWidth = subGaussianBound(share) / Math.sqrt(2 * drawsOf(input));
        return unlessWithin(moment(standard(input, values), 1), 0, halfWidth);
      },
    },
    [`distribution-is-${family.name}`]: {
      alpha: share,
      check: (input, { values }) =>
        eachMatrix(values, (matrix, call) => {
          const draws = inUnits(matrix, stdOf(input, call));
          const violation = unlessDistributed(draws, drawsOf(input), family.cdf, share / 2);
          return violation && { ...violation, call };
        }),
    },
    ...(family !== uniform && {
      // Among so many draws some are far out: none is where a normal was cut off, or a truncated one too early.
      [Number.isFinite(family.limit) ? 'truncated-reaches-its-limit' : 'normal-not-cut-off']: {
        alpha: share,
        check(input, { values }) {
          const least = family.reach(2 * drawsOf(input), share);
          return unlessBeyond(largestOf(standard(input, values)), least, family.limit);
        },
      },
    }),
    'weights-independent': {
      alpha: share,
      check(input, { values }) {
        const pairs = 2 * (pairsOf(input.base) + pairsOf(3 * input.base));
        const bound = correlationBound(pairs, share);
        return eachMatrix(values, (matrix, call) => {
          const rows = rowsOf(matrix, stdOf(input, call));
          return (
            unlessWithin(largestCorrelation(rows), 0, bound, call) ??
            unlessWithin(largestCorrelation(columnsOf(rows)), 0, bound, call)
          );
        });
      },
    },
  });
}
