import fc from 'fast-check';
import { type Law, law, RngSeed, type Violation } from '../../grader/contract.ts';
import { normalMaximumQuantile } from '../../reference/statistics.ts';
import type { Layer } from '../../reference/types.ts';
import { moment } from '../../reference/variance.ts';
import { share } from './alpha.ts';
import { normal, uniform, varianceOf } from './distributions.ts';
import { networkFingerprint } from './fingerprint-network.ts';
import { seed, statesFrom, statesWithZero, wideAndTall } from './generators.ts';
import { deepNets, nets, sizesOf, unlessPreserved } from './laws-depth.ts';
import { activations, bothNets, matricesOf, schemes, stdOf, unequal } from './nets.ts';
import type { InitializationTasks, NetworkArgs } from './reference.ts';
import {
  correlationBound,
  firstOf,
  largestCorrelation,
  largestOf,
  pairsOf,
  rounding,
  standardized,
  transposed,
  unlessBeyond,
  unlessDistributed,
  unlessWithin,
} from './weights.ts';

/** Looks at each layer of both nets by itself, in units of its standard deviation: families may be mixed. */
const eachLayer = (
  sizes: readonly number[],
  nets: readonly (readonly Layer[])[],
  check: (draws: readonly number[], call: number) => Violation | undefined,
): Violation | undefined =>
  firstOf(activations, (activation, call) =>
    firstOf(matricesOf(nets[call]), (weights, l) => {
      const violation = check(
        standardized([weights], () => stdOf(activation, sizes, l)),
        call,
      );
      return violation && { ...violation, path: `[${l}].weights` };
    }),
  );

/** Small nets whose draws meet a 0: for the fingerprint alone. */
const zeroNets = activations.flatMap((activation) =>
  statesWithZero.map((state): NetworkArgs => [[6, 6, 6], activation, new RngSeed(state)]),
);

/** Each of the two nets is looked at with half of the share. */
const half = share / 2;

export function networkStatistics({ initializeNetwork: task }: InitializationTasks): Law[] {
  const once = { runs: 1, alpha: share };
  return [
    law('variance-for-the-activation', task, {
      ...once,
      inputs: wideAndTall(64, 72),
      probes: true,
      fingerprint: networkFingerprint,
      calls: ({ base, first }) => [...bothNets(unequal(base), first), ...zeroNets],
      check({ base }, { values }) {
        // Uniform or normal: the normal's bound is the wider one, and serves for both.
        const epsilon = normal.varianceEpsilon(3 * base ** 2, half / 2);
        return firstOf(activations, (activation, call) => {
          const { scale, n } = schemes[activation];
          const sizes = unequal(base);
          return firstOf(matricesOf(values[call]), (weights, l) => {
            const estimate = n(sizes[l] ?? 0, sizes[l + 1] ?? 0) * moment(weights.flat(), 2);
            const violation = unlessWithin(estimate, scale, scale * epsilon, call);
            return violation && { ...violation, path: `[${l}].weights` };
          });
        });
      },
    }),
    law('distribution-is-either', task, {
      ...once,
      inputs: wideAndTall(60, 64),
      calls: ({ base, first }) => bothNets(unequal(base), first),
      check: ({ base }, { values }) =>
        eachLayer(unequal(base), values, (draws, call) => {
          // A right layer is of one of the two: of that one it is too far away with a probability of at most this.
          const alpha = half / 2;
          const distances = [normal, uniform].map(({ cdf }) => unlessDistributed(draws, 3 * base ** 2, cdf, alpha));
          if (distances.includes(undefined)) return undefined;
          const [one, other] = distances;
          const nearer = Number(one?.received) <= Number(other?.received) ? one : other;
          return nearer && { ...nearer, call };
        }),
    }),
    law('uniform-or-with-tails', task, {
      ...once,
      inputs: wideAndTall(48, 52),
      calls: ({ base, first }) => bothNets(unequal(base), first),
      check: ({ base }, { values }) =>
        eachLayer(unequal(base), values, (draws, call) => {
          const largest = largestOf(draws);
          // A uniform of variance 1 ends at √3, a normal goes on.
          if (largest <= Math.sqrt(3) * (1 + rounding)) return undefined;
          return unlessBeyond(largest, normalMaximumQuantile(3 * base ** 2, half / 2), call);
        }),
    }),
    law('layers-independent', task, {
      ...once,
      inputs: fc.record({ width: fc.integer({ min: 80, max: 90 }), first: seed }),
      calls: ({ width, first }) => bothNets(repeating(width), first),
      check({ width }, { values }) {
        const sizes = repeating(width);
        const [fanIn = 0, fanOut = 0] = sizes;
        const pairsOfANet = [2 * fanOut, 2 * fanIn, fanIn, fanOut].reduce((sum, rows) => sum + pairsOf(rows), 0);
        const bound = correlationBound(2 * pairsOfANet, share);
        return firstOf(activations, (activation, call) => {
          const units = matricesOf(values[call]).map((weights, l) => {
            const std = stdOf(activation, sizes, l);
            return weights.map((row) => row.map((w) => w / std));
          });
          // The first and the last layer are of one shape: their rows together, and their columns.
          const alike = [0, 1].map((parity) => units.filter((_, l) => l % 2 === parity));
          const lists = alike.flatMap((layers) => [layers.flat(), layers.flatMap(transposed)]);
          return firstOf(lists, (rows) => unlessWithin(largestCorrelation(rows), 0, bound, call));
        });
      },
    }),
    law('fifty-layers-of-a-net', task, {
      ...once,
      inputs: deepNets,
      calls: (input): NetworkArgs[] =>
        activations.flatMap((activation, i) =>
          statesFrom(input.first, 2 * nets)
            .slice(i * nets, (i + 1) * nets)
            .map((state): NetworkArgs => [sizesOf(input), activation, state]),
        ),
      check: (input, { values }) =>
        firstOf(activations, (activation, i) => {
          const violation = unlessPreserved({
            nets: values.slice(i * nets, (i + 1) * nets).map(matricesOf),
            sizes: sizesOf(input),
            varianceOf: (fanIn, fanOut) => varianceOf(schemes[activation], fanIn, fanOut),
            gate: schemes[activation].gate,
            seed: input.first,
            alpha: half,
          });
          return violation && { ...violation, call: i * nets };
        }),
    }),
  ];
}

/** Three layers, of which the first and the last are of one shape. */
const repeating = (width: number): number[] => [width, width + 15, width, width + 15];
