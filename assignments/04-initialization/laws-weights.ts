import { type Law, law, RngSeed } from '../../grader/contract.ts';
import { subGaussianBound } from '../../reference/concentration.ts';
import type { Matrix } from '../../reference/types.ts';
import { moment } from '../../reference/variance.ts';
import { share } from './alpha.ts';
import { type Promised, uniform } from './distributions.ts';
import { weightsFingerprint } from './fingerprint.ts';
import { fansOf, statesWithZero, type WideAndTall, wideAndTall, wideAndTallCalls } from './generators.ts';
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

const stdOf = (promise: Promised, input: WideAndTall, call: number): number =>
  Math.sqrt(varianceOf(promise, ...fansOf(input)[call]!));

/** Weights in units of the standard deviation that they should have. */
const drawn = (promise: Promised, input: WideAndTall, matrices: readonly Matrix[]): Float64Array =>
  standardized(matrices, (call) => stdOf(promise, input, call));

/** Small layers whose draws meet a 0: for the fingerprint alone. */
const zeroCalls = statesWithZero.map((state): InitializerArgs => [6, 6, new RngSeed(state)]);

/** Both matrices together. */
const drawsOf = ({ base }: WideAndTall): number => 6 * base ** 2;

/** The laws of every initializer that are statistics: each on one input, with its share of the budget. */
export function statisticalLaws(promise: Promised): Law[] {
  const { task, family, scale, mode, varianceLaw } = promise;
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
        return firstOf(fansOf(input), (fans, call) =>
          unlessWithin(fanOf(mode, ...fans) * moment(inUnits(values[call] ?? []), 2), scale, halfWidth, call),
        );
      },
    }),
    law('mean-is-zero', task, {
      ...once,
      inputs: wideAndTall(80, 84),
      check(input, { values }) {
        // Σ x/√N is Σ c·x with ‖c‖ = 1.
        const halfWidth = subGaussianBound(share) / Math.sqrt(drawsOf(input));
        return unlessWithin(moment(drawn(promise, input, values), 1), 0, halfWidth);
      },
    }),
    law(`distribution-is-${family.name}`, task, {
      ...once,
      inputs: wideAndTall(38, 40),
      check: (input, { values }) => unlessDistributed(drawn(promise, input, values), drawsOf(input), family.cdf, share),
    }),
    ...(family === uniform ? [] : [farOut(promise)]),
    law('weights-independent', task, {
      ...once,
      inputs: wideAndTall(60, 66),
      check(input, { values }) {
        const pairs = 2 * (pairsOf(input.base) + pairsOf(3 * input.base));
        const bound = correlationBound(pairs, share);
        return firstOf(values, (matrix, call) => {
          const rows = rowsOf(matrix, stdOf(promise, input, call));
          return (
            unlessWithin(largestCorrelation(rows), 0, bound, call) ??
            unlessWithin(largestCorrelation(columnsOf(rows)), 0, bound, call)
          );
        });
      },
    }),
  ];
}

/** Among so many draws some are far out: none is where a normal was cut off, or a truncated one too early. */
const farOut = (promise: Promised): Law =>
  law(Number.isFinite(promise.family.limit) ? 'truncated-reaches-its-limit' : 'normal-not-cut-off', promise.task, {
    runs: 1,
    alpha: share,
    inputs: wideAndTall(48, 52),
    calls: wideAndTallCalls,
    check(input, { values }) {
      const { family } = promise;
      const least = family.reach(drawsOf(input), share);
      return unlessBeyond(largestOf(drawn(promise, input, values)), least, family.limit);
    },
  });
