import { type Answers, type Law, law, RngSeed, sample, type Violation } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/types.ts';
import { moment } from '../../../reference/variance.ts';
import { share } from '../alpha.ts';
import { drawsOf, statesFrom, statesWithZero, unequalNets, type WideAndTall } from '../initializers/generators.ts';
import { deepNets, netsOf, sizesOf, unlessPreserved } from '../initializers/laws-depth.ts';
import { normalFamilyOf, uniform } from '../initializers/promises.ts';
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
} from '../initializers/weights.ts';
import type { Setup } from '../parameters.ts';
import type { InitializationTasks, NetworkArgs } from '../reference.ts';
import { networkFingerprint } from './fingerprint.ts';
import { bothNets, matricesOf, type NetKind, netKinds, stdOf, unequal } from './nets.ts';

/** Each of the two nets is looked at with half of a share. */
const half = share / 2;

const layersOf = ({ base }: WideAndTall): number => unequal(base).length - 1;

export function networkStatistics({ initializeNetwork: task }: InitializationTasks, setup: Setup): Law[] {
  const kinds = netKinds(setup);
  const normal = normalFamilyOf(setup);
  const families = [normal, uniform];
  /** Small nets whose draws meet a 0: for the fingerprint alone. */
  const zeroNets = kinds.flatMap(({ activation }) =>
    statesWithZero.map((state): NetworkArgs => [[6, 6, 6], activation, new RngSeed(state)]),
  );
  const drawn = {
    inputs: unequalNets,
    runs: 1,
    calls: ({ base, first }: WideAndTall) => [...bothNets(kinds, unequal(base), first), ...zeroNets],
    /** Of each net its layers. */
    view: ({ base }: WideAndTall, { values }: Answers<Layer[]>): readonly (readonly Units[])[] =>
      kinds.map((kind, call) =>
        matricesOf(values[call]).map((weights, l) => unitsOf(weights, stdOf(kind, unequal(base), l))),
      ),
  };
  /** Looks at each layer of both nets by itself, in units of its standard deviation: families may be mixed. */
  const eachLayer = (
    input: WideAndTall,
    nets: readonly (readonly Units[])[],
    check: (draws: Float64Array, kind: NetKind, alpha: number, call: number) => Violation | undefined,
  ): Violation | undefined =>
    firstOf(kinds, (kind, call) =>
      firstOf(nets[call] ?? [], ({ draws }, l) => {
        const violation = check(draws, kind, half / layersOf(input), call);
        return violation && { ...violation, path: `[${l}].weights` };
      }),
    );

  return sample('weights', task, drawn, {
    'variance-for-the-activation': {
      alpha: share,
      probes: true,
      fingerprint: networkFingerprint(kinds, setup.isTruncated),
      check: (input, nets) =>
        eachLayer(input, nets, (draws, { scheme: { scale } }, alpha, call) =>
          // Uniform or normal: the normal's bound is the wider one, and serves for both.
          unlessWithin(scale * moment(draws, 2), scale, scale * normal.varianceEpsilon(drawsOf(input), alpha), call),
        ),
    },
    'distribution-is-either': {
      alpha: share,
      check: (input, nets) =>
        eachLayer(input, nets, (draws, _, alpha, call) => {
          // A right layer is of one of the two: of that one it is too far away with a probability of at most this.
          const distances = families.map(({ cdf }) => unlessDistributed(draws, drawsOf(input), cdf, alpha));
          if (distances.includes(undefined)) return undefined;
          const [one, other] = distances;
          const nearer = Number(one?.received) <= Number(other?.received) ? one : other;
          return nearer && { ...nearer, call };
        }),
    },
    [setup.isTruncated ? 'uniform-or-reaching-its-limit' : 'uniform-or-with-tails']: {
      alpha: share,
      check: (input, nets) =>
        eachLayer(input, nets, (draws, { scheme: { slack } }, alpha, call) => {
          const largest = largestOf(draws);
          // A uniform of variance 1 ends at √3, a normal goes on.
          if (largest <= uniform.limit * (1 + slack)) return undefined;
          return unlessBeyond(largest, normal.reach(drawsOf(input), alpha), normal.limit, call);
        }),
    },
    'layers-independent': {
      alpha: share,
      // Vectors of 3·base weights: the rows of the first and the last layer, which are of one shape, together.
      check({ base }, nets) {
        const bound = correlationBound(2 * (pairsOf(2 * base) + pairsOf(base)), share);
        return firstOf(nets, (layers, call) => {
          const everyOther = (from: number): Units[] => layers.filter((_, l) => l % 2 === from);
          const lists = [
            everyOther(0).flatMap(({ rows }) => rows()),
            everyOther(1).flatMap(({ rows }) => columnsOf(rows())),
          ];
          return firstOf(lists, (vectors) => unlessWithin(largestCorrelation(vectors), 0, bound, call));
        });
      },
    },
  });
}

/** Many layers of nets of both kinds. */
export function layersOfANet({ initializeNetwork: task }: InitializationTasks, setup: Setup): Law {
  const { depth } = setup;
  const kinds = netKinds(setup);
  /** Of each net the kind. What its initializers do to a signal is for their own laws: here some layers may be others. */
  const nets = kinds.flatMap((kind) => Array.from({ length: netsOf(depth, 50) }, () => kind));
  return law(depth === 50 ? 'fifty-layers-of-a-net' : 'many-layers-of-a-net', task, {
    runs: 1,
    alpha: share,
    inputs: deepNets,
    calls(input): NetworkArgs[] {
      const states = statesFrom(input.first, nets.length);
      return nets.map(({ activation }, i) => [sizesOf(input, depth), activation, states[i]!]);
    },
    check: (input, { values }) =>
      firstOf(kinds, (kind) => {
        const violation = unlessPreserved({
          nets: values.filter((_, i) => nets[i] === kind).map(matricesOf),
          sizes: sizesOf(input, depth),
          scheme: kind.scheme,
          families: [normalFamilyOf(setup).name, uniform.name],
          seed: input.first,
          alpha: half,
        });
        return violation && { ...violation, call: nets.indexOf(kind) };
      }),
  });
}
