import { type Answers, type Law, RngSeed, sample, type Violation } from '../../../grader/kit.ts';
import { subGaussianBound } from '../../../reference/concentration.ts';
import type { Matrix } from '../../../reference/types.ts';
import { moment } from '../../../reference/variance.ts';
import { share } from '../alpha.ts';
import { varianceOf } from '../parameters.ts';
import type { InitializerArgs } from '../reference.ts';
import { weightsFingerprint } from './fingerprint.ts';
import { drawsOf, fansOf, statesWithZero, type WideAndTall, wideAndTall, wideAndTallCalls } from './generators.ts';
import { type Promised, uniform } from './promises.ts';
import {
  columnsOf,
  correlationBound,
  firstOf,
  largestCorrelation,
  largestOf,
  pairsOf,
  type Units,
  unitsOf,
  unlessBeyond,
  unlessDistributed,
  unlessWithin,
} from './weights.ts';

/** Small layers whose draws meet a 0: for the fingerprint alone. */
const zeroCalls = statesWithZero.map((state): InitializerArgs => [6, 6, new RngSeed(state)]);

/** The two layers of a sample. */
interface WideAndTallUnits {
  readonly wide: Units;
  readonly tall: Units;
}

/** The laws of every initializer that are statistics of one sample, each with its share of the budget. */
export function statisticalLaws(promise: Promised): Law[] {
  const { task, family, scale, varianceLaw } = promise;
  const stdOf = (input: WideAndTall, call: number): number => Math.sqrt(varianceOf(promise, ...fansOf(input)[call]!));
  const drawn = {
    inputs: wideAndTall,
    runs: 1,
    calls: (input: WideAndTall) => [...wideAndTallCalls(input), ...zeroCalls],
    view: (input: WideAndTall, { values }: Answers<Matrix>): WideAndTallUnits => {
      const units = (call: 0 | 1): Units => unitsOf(values[call] ?? [], stdOf(input, call));
      return { wide: units(0), tall: units(1) };
    },
  };
  const each = (
    { wide, tall }: WideAndTallUnits,
    check: (draws: Float64Array) => Violation | undefined,
  ): Violation | undefined =>
    firstOf([wide, tall], ({ draws }, call) => {
      const violation = check(draws);
      return violation && { ...violation, call };
    });
  /** Of both layers together, which have as many weights. */
  const ofBoth = ({ wide, tall }: WideAndTallUnits, k: number): number =>
    (moment(wide.draws, k) + moment(tall.draws, k)) / 2;

  return sample('weights', task, drawn, {
    [varianceLaw]: {
      alpha: share,
      probes: true,
      fingerprint: weightsFingerprint(promise),
      check(input, view) {
        // One scale for both fans shows where n is another one; all weights together show a scale that is a little off.
        const within = (square: number, draws: number, alpha: number): Violation | undefined =>
          unlessWithin(scale * square, scale, scale * family.varianceEpsilon(draws, alpha));
        const draws = drawsOf(input);
        return (
          each(view, (units) => within(moment(units, 2), draws, share / 4)) ??
          within(ofBoth(view, 2), 2 * draws, share / 2)
        );
      },
    },
    'mean-is-zero': {
      alpha: share,
      check(input, view) {
        // Σ x/√N is Σ c·x with ‖c‖ = 1.
        return unlessWithin(ofBoth(view, 1), 0, subGaussianBound(share) / Math.sqrt(2 * drawsOf(input)));
      },
    },
    [`distribution-is-${family.name}`]: {
      alpha: share,
      check: (input, view) => each(view, (units) => unlessDistributed(units, drawsOf(input), family.cdf, share / 2)),
    },
    ...(family !== uniform && {
      // Among so many draws some are far out: none is where a normal was cut off, or a truncated one too early.
      [Number.isFinite(family.limit) ? 'truncated-reaches-its-limit' : 'normal-not-cut-off']: {
        alpha: share,
        check(input: WideAndTall, { wide, tall }: WideAndTallUnits) {
          const least = family.reach(2 * drawsOf(input), share);
          return unlessBeyond(Math.max(largestOf(wide.draws), largestOf(tall.draws)), least, family.limit);
        },
      },
    }),
    'weights-independent': {
      alpha: share,
      // The rows of one and the columns of the other: the longer, the more they tell.
      check({ base }, { wide, tall }) {
        const bound = correlationBound(2 * pairsOf(base), share);
        return firstOf([wide.rows(), columnsOf(tall.rows())], (vectors, call) =>
          unlessWithin(largestCorrelation(vectors), 0, bound, call),
        );
      },
    },
  });
}
