import * as fc from 'fast-check';
import { type Answers, type Law, RngSeed, sample, type Violation } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { subGaussianBound } from '../../../reference/statistics/concentration.ts';
import { uniform, type WeightDistribution } from '../../../reference/weights/weight-distributions.ts';
import { share } from '../alpha.ts';
import { unlessDistributed } from '../initializers/distributed.ts';
import { seed, statesWithZero, unequalNets } from '../initializers/generators.ts';
import { unlessNoSums } from '../initializers/laws/sums.ts';
import { unlessAllDifferent } from '../initializers/laws/ties.ts';
import { unlessOfShape } from '../initializers/of-shape.ts';
import { together, unlessEach } from '../initializers/parts.ts';
import { normalFamilyOf } from '../initializers/promises.ts';
import { firstOf, unlessBeyond, unlessWithin } from '../initializers/weights.ts';
import type { Setup } from '../parameters.ts';
import type { InitializationTasks, NetworkArgs } from '../reference.ts';
import { networkFingerprint } from './fingerprint.ts';
import { unlessLayersIndependent } from './independence.ts';
import { netKinds } from './nets.ts';
import { type NetsInput, netCalls, sizesOf } from './nets-drawn.ts';
import { type DrawnNets, drawnNets, isSmallNet, type LayerPart } from './sample.ts';
import { unlessNetShaped } from './shape.ts';

const netsInput: fc.Arbitrary<NetsInput> = fc.tuple(unequalNets, seed).map(([input, sizes]) => ({ ...input, sizes }));

export function networkStatistics({ initializeNetwork: task }: InitializationTasks, setup: Setup): Law[] {
  const kinds = netKinds(setup);
  const normal = normalFamilyOf(setup);
  /** Small nets whose draws meet a 0: for the fingerprint alone. */
  const zeroNets = kinds.flatMap(({ activation }) =>
    statesWithZero.map((state): NetworkArgs => [[6, 6, 6], activation, new RngSeed(state)]),
  );
  const drawn = {
    inputs: netsInput,
    runs: 1,
    echo: true,
    calls: (input: NetsInput) => [...netCalls(kinds, input), ...zeroNets],
    view: (input: NetsInput, { values }: Answers<Layer[]>): DrawnNets => drawnNets(input, values, kinds),
  };
  /** Judges the layers that are uniform, and those that are not, by the family that they are of. */
  const ofEither = (
    { uniforms, others }: DrawnNets,
    check: (layers: readonly LayerPart[], family: WeightDistribution, alpha: number) => Violation | undefined,
  ): Violation | undefined =>
    (uniforms.length === 0 ? undefined : check(uniforms, uniform, share / 2)) ??
    (others.length === 0 ? undefined : check(others, normal, share / 2));

  return sample('weights', task, drawn, {
    // No draw breaks it. With a share it is not tried again on fewer of so many nets.
    'nets-of-every-size': {
      alpha: share,
      check: (input, { nets }) =>
        firstOf(sizesOf(input), (sizes, n) =>
          firstOf(isSmallNet(sizes) ? [] : kinds, (kind, k) => {
            const call = n * kinds.length + k;
            const violation = unlessNetShaped(sizes, nets[call] ?? [], kind, normal.limit);
            return violation && { ...violation, call };
          }),
        ),
    },
    'weights-all-different': {
      alpha: share,
      check: (_, { layers, large }) =>
        unlessAllDifferent([...large.map((layer) => [layer]), layers.filter((layer) => !large.includes(layer))], share),
    },
    'mean-is-zero': {
      alpha: share,
      check: (_, { all, large, alike }) =>
        unlessEach(all, [...large, ...alike], ({ tally }, alpha) =>
          unlessWithin(tally.mean(), 0, subGaussianBound(alpha) / Math.sqrt(tally.count)),
        ),
    },
    'layers-independent': {
      alpha: share,
      check: (_, { layers }) => unlessLayersIndependent(layers, share),
    },
    'variance-for-the-activation': {
      alpha: share,
      probes: true,
      fingerprint: networkFingerprint(kinds, setup.isTruncated, zeroNets.length),
      // Whatever families are mixed: the normal's bound is the widest.
      check: (_, { all, large, alike }) =>
        unlessEach(all, [...large, ...alike], ({ tally }, alpha) =>
          unlessWithin(tally.square(), 1, normal.varianceEpsilon(tally.count, alpha)),
        ),
    },
    [setup.isTruncated ? 'uniform-or-reaching-its-limit' : 'uniform-or-with-tails']: {
      alpha: share,
      check: (_: NetsInput, { others }: DrawnNets) =>
        firstOf(others, ({ tally, call, path }: LayerPart) => {
          const least = normal.reach(tally.count, share / others.length);
          const violation = unlessBeyond(tally.largest, least, normal.limit);
          return violation && { ...violation, call, path: path! };
        }),
    },
    'distribution-is-either': {
      alpha: share,
      check: (_, nets) =>
        ofEither(nets, (layers, family, alpha) =>
          unlessDistributed(
            layers.map((layer) => [layer]),
            family,
            alpha,
          ),
        ),
    },
    'shape-of-the-distribution': {
      alpha: share,
      check: (_, nets) =>
        ofEither(nets, (layers, family, alpha) =>
          unlessEach(together(layers), layers, (part, share) => unlessOfShape(part, family, share), alpha),
        ),
    },
    ...(!setup.isTruncated && {
      'uniform-or-not-a-sum': { alpha: share, check: (_: NetsInput, { others }: DrawnNets) => unlessNoSums(others) },
    }),
  });
}
