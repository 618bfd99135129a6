import fc from 'fast-check';
import { type Law, law, RngSeed, type Violation } from '../../grader/contract.ts';
import type { Layer } from '../../reference/types.ts';
import { moment } from '../../reference/variance.ts';
import { share } from './alpha.ts';
import { normalFamilyOf, uniform } from './distributions.ts';
import { networkFingerprint } from './fingerprint-network.ts';
import { seed, statesFrom, statesWithZero, wideAndTall } from './generators.ts';
import { deepNets, netsOf, sizesOf, unlessPreserved } from './laws-depth.ts';
import { bothNets, matricesOf, netKinds, stdOf, unequal } from './nets.ts';
import { fanOf, type Setup } from './parameters.ts';
import type { InitializationTasks, NetworkArgs } from './reference.ts';
import {
  columnsOf,
  correlationBound,
  firstOf,
  inUnits,
  largestCorrelation,
  largestOf,
  pairsOf,
  rowsOf,
  unlessBeyond,
  unlessDistributed,
  unlessWithin,
} from './weights.ts';

/** Each of the two nets is looked at with half of the share. */
const half = share / 2;

export function networkStatistics({ initializeNetwork: task }: InitializationTasks, setup: Setup): Law[] {
  const once = { runs: 1, alpha: share };
  const kinds = netKinds(setup);
  const normal = normalFamilyOf(setup);
  const families = [normal, uniform];

  /** Looks at each layer of both nets by itself, in units of its standard deviation: families may be mixed. */
  const eachLayer = (
    sizes: readonly number[],
    answers: readonly (readonly Layer[])[],
    check: (draws: Float64Array, call: number) => Violation | undefined,
  ): Violation | undefined =>
    firstOf(kinds, (kind, call) =>
      firstOf(matricesOf(answers[call]), (weights, l) => {
        const violation = check(inUnits(weights, stdOf(kind, sizes, l)), call);
        return violation && { ...violation, path: `[${l}].weights` };
      }),
    );
  /** Small nets whose draws meet a 0: for the fingerprint alone. */
  const zeroNets = kinds.flatMap(({ activation }) =>
    statesWithZero.map((state): NetworkArgs => [[6, 6, 6], activation, new RngSeed(state)]),
  );

  return [
    law('variance-for-the-activation', task, {
      ...once,
      inputs: wideAndTall(64, 72),
      probes: true,
      fingerprint: networkFingerprint(kinds, setup.isTruncated),
      calls: ({ base, first }) => [...bothNets(kinds, unequal(base), first), ...zeroNets],
      check({ base }, { values }) {
        // Uniform or normal: the normal's bound is the wider one, and serves for both.
        const epsilon = normal.varianceEpsilon(3 * base ** 2, half / 2);
        return firstOf(kinds, ({ scheme: { scale, mode } }, call) => {
          const sizes = unequal(base);
          return firstOf(matricesOf(values[call]), (weights, l) => {
            const estimate = fanOf(mode, sizes[l] ?? 0, sizes[l + 1] ?? 0) * moment(inUnits(weights), 2);
            const violation = unlessWithin(estimate, scale, scale * epsilon, call);
            return violation && { ...violation, path: `[${l}].weights` };
          });
        });
      },
    }),
    law('distribution-is-either', task, {
      ...once,
      inputs: wideAndTall(60, 64),
      calls: ({ base, first }) => bothNets(kinds, unequal(base), first),
      check: ({ base }, { values }) =>
        eachLayer(unequal(base), values, (draws, call) => {
          // A right layer is of one of the two: of that one it is too far away with a probability of at most this.
          const alpha = half / 2;
          const distances = families.map(({ cdf }) => unlessDistributed(draws, 3 * base ** 2, cdf, alpha));
          if (distances.includes(undefined)) return undefined;
          const [one, other] = distances;
          const nearer = Number(one?.received) <= Number(other?.received) ? one : other;
          return nearer && { ...nearer, call };
        }),
    }),
    law(setup.isTruncated ? 'uniform-or-reaching-its-limit' : 'uniform-or-with-tails', task, {
      ...once,
      inputs: wideAndTall(48, 52),
      calls: ({ base, first }) => bothNets(kinds, unequal(base), first),
      check: ({ base }, { values }) =>
        eachLayer(unequal(base), values, (draws, call) => {
          const largest = largestOf(draws);
          // A uniform of variance 1 ends at √3, a normal goes on.
          if (largest <= uniform.limit * (1 + kinds[call]!.scheme.slack)) return undefined;
          return unlessBeyond(largest, normal.reach(3 * base ** 2, half / 2), normal.limit, call);
        }),
    }),
    law('layers-independent', task, {
      ...once,
      inputs: fc.record({ width: fc.integer({ min: 80, max: 90 }), first: seed }),
      calls: ({ width, first }) => bothNets(kinds, repeating(width), first),
      check({ width }, { values }) {
        const sizes = repeating(width);
        const [fanIn = 0, fanOut = 0] = sizes;
        const pairsOfANet = [2 * fanOut, 2 * fanIn, fanIn, fanOut].reduce((sum, rows) => sum + pairsOf(rows), 0);
        const bound = correlationBound(2 * pairsOfANet, share);
        return firstOf(kinds, (kind, call) => {
          const units = matricesOf(values[call]).map((weights, l) => rowsOf(weights, stdOf(kind, sizes, l)));
          // The first and the last layer are of one shape: their rows together, and their columns.
          const alike = [0, 1].map((parity) => units.filter((_, l) => l % 2 === parity));
          const lists = alike.flatMap((layers) => [layers.flat(), layers.flatMap(columnsOf)]);
          return firstOf(lists, (rows) => unlessWithin(largestCorrelation(rows), 0, bound, call));
        });
      },
    }),
    layersOfANet(task, setup),
  ];
}

/** Three layers, of which the first and the last are of one shape. */
const repeating = (width: number): number[] => [width, width + 15, width, width + 15];

function layersOfANet(task: InitializationTasks['initializeNetwork'], setup: Setup): Law {
  const { depth } = setup;
  const kinds = netKinds(setup);
  const nets = netsOf(depth);
  return law(depth === 50 ? 'fifty-layers-of-a-net' : 'many-layers-of-a-net', task, {
    runs: 1,
    alpha: share,
    inputs: deepNets,
    calls: (input): NetworkArgs[] =>
      kinds.flatMap(({ activation }, i) =>
        statesFrom(input.first, 2 * nets)
          .slice(i * nets, (i + 1) * nets)
          .map((state): NetworkArgs => [sizesOf(input, depth), activation, state]),
      ),
    check: (input, { values }) =>
      firstOf(kinds, ({ scheme }, i) => {
        const violation = unlessPreserved({
          nets: values.slice(i * nets, (i + 1) * nets).map(matricesOf),
          sizes: sizesOf(input, depth),
          scheme,
          families: [normalFamilyOf(setup).name, uniform.name],
          seed: input.first,
          alpha: half,
        });
        return violation && { ...violation, call: i * nets };
      }),
  });
}
