import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { initialize } from '../../../reference/nets/training.ts';
import { matrixBy } from '../../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { type Initializer, varianceScaling } from '../../../reference/weights/initializers.ts';
import { drawTruncated, truncatedStd } from '../../../reference/weights/truncated-normal.ts';
import { boxMullerAtZero, type Draw, distance, normalOf, type Spread } from '../initializers/answers/wrong-weights.ts';
import { kebab, type Scheme, type Setup, varianceOf } from '../parameters.ts';
import type { InitializationTasks, NetworkArgs } from '../reference.ts';
import { estimatedOfNets } from './fingerprint.ts';

type NetworkAnswer = (sizes: NetworkArgs[0], activation: string, rng: Draw) => Layer[];

const withBiases = (layers: readonly Layer[], bias: () => number): Layer[] =>
  layers.map(({ weights, biases }) => ({ weights, biases: biases.map(bias) }));

/** The same initializer whatever the activation is. */
const alwaysBy =
  (draw: Initializer): NetworkAnswer =>
  (sizes, _, rng) =>
    initialize(sizes, draw, rng);

/** Its fans are taken the wrong way round, its shape is not. */
const fansSwapped =
  (draw: Initializer): Initializer =>
  (fanIn, fanOut, rng) => {
    const weights = draw(fanOut, fanIn, rng).flat();
    return Array.from({ length: fanOut }, (_, j) => weights.slice(j * fanIn, (j + 1) * fanIn));
  };

/**
 * Within this the variances of two schemes cannot be told apart at every seed, neither by the law of a net, whose bound is
 * 16 %, nor by its fingerprint, which takes 14 % for the same: six standard deviations of an estimate more.
 */
const resolution = 0.29;

const spreadOf = (scheme: Scheme): Spread => ({
  family: 'normal',
  variance: (...fans) => varianceOf(scheme, ...fans),
});
const apart = (one: Scheme, other: Scheme): number => distance(spreadOf(one), spreadOf(other));
const areAlike = (one: Scheme, other: Scheme): boolean => apart(one, other) < resolution;

/** The schemes of the net with balanced weights, and of the one whose weights make up for the activation. */
type Pair = readonly [ofBalanced: Scheme, ofGained: Scheme];

const otherFan = { fanIn: 'fanOut', fanOut: 'fanIn', fanAvg: 'fanAvg' } as const;

/** Weights of one scheme where there should be those of another. */
function wrongPairs({ schemes: { standard, balanced, gained } }: Setup): { readonly [id: string]: Pair } {
  return {
    ...(!areAlike(balanced, gained) && {
      'network-exchanged': [gained, balanced],
      [`network-${kebab(balanced.id)}-for-both`]: [balanced, balanced],
      [`network-${kebab(gained.id)}-for-both`]: [gained, gained],
    }),
    ...(!areAlike(standard, balanced) &&
      !areAlike(standard, gained) && { 'network-standard-for-both': [standard, standard] }),
  };
}

function wrongSchemes(setup: Setup): { readonly [id: string]: NetworkAnswer } {
  const { schemes, choices, normalFamily } = setup;
  const drawOf = (scheme: Scheme): Initializer =>
    varianceScaling(scheme.scale, scheme.mode, scheme === schemes.standard ? 'uniform' : normalFamily);
  return Object.fromEntries(
    Object.entries(wrongPairs(setup)).map(([id, pair]) => {
      const [ofBalanced, ofGained] = pair.map(drawOf) as [Initializer, Initializer];
      return [
        id,
        (sizes, activation, rng) => initialize(sizes, activation === choices.balanced ? ofBalanced : ofGained, rng),
      ];
    }),
  );
}

/** Those that come to the same variances under some parameters: fans that are swapped, and schemes that are exchanged. */
export function alikeNetworks(setup: Setup): readonly (readonly string[])[] {
  const { balanced, gained } = setup.schemes;
  const swapped = (scheme: Scheme): Scheme => ({ ...scheme, mode: otherFan[scheme.mode] });
  const all = Object.entries({ ...wrongPairs(setup), 'network-fans-swapped': [swapped(balanced), swapped(gained)] });
  return all.flatMap(([id, pair], i) =>
    all
      .slice(i + 1)
      .filter(([, other]) => pair.every((scheme, kind) => apart(scheme, other[kind]!) <= estimatedOfNets.absolute))
      .map(([other]) => [id, other]),
  );
}

/** Of a whole net. */
export function networkMisconceptions(t: InitializationTasks, setup: Setup): readonly Misconception[] {
  const right: NetworkAnswer = t.initializeNetwork.answer;
  const normalBy =
    (normal: (rng: Draw) => number): NetworkAnswer =>
    (sizes, activation, rng) =>
      right(sizes, activation, { uniform: rng.uniform, normal: () => normal(rng) });
  const { balanced, gained } = setup.schemes;
  const whole = (activation: string): Initializer => {
    const { scale, mode } = activation === setup.choices.balanced ? balanced : gained;
    return varianceScaling(scale, mode, 'normal');
  };
  /** Of the two, what is drawn one after the other by rng.normal(). */
  const wrongNormal: { readonly [id: string]: NetworkAnswer } = setup.isTruncated
    ? { 'network-not-cut-off': (sizes, activation, rng) => initialize(sizes, whole(activation), rng) }
    : {
        'network-truncated': normalBy((rng) => drawTruncated(rng) / truncatedStd),
        'network-infinite': normalBy(boxMullerAtZero),
      };
  return of(t.initializeNetwork, {
    ...wrongSchemes(setup),
    ...wrongNormal,
    'network-standard-normal': alwaysBy(normalOf(() => 1).draw),
    'network-small-numbers': alwaysBy(normalOf(() => 0.01).draw),
    'network-zero': alwaysBy((fanIn, fanOut) => matrixBy(fanOut, fanIn, () => 0)),
    'network-fans-swapped': (sizes, activation, rng) =>
      initialize(
        sizes,
        fansSwapped((fanIn, fanOut, of) => right([fanIn, fanOut], activation, of)[0]!.weights),
        rng,
      ),
    'network-biases-random': (sizes, activation, rng) => withBiases(right(sizes, activation, rng), rng.normal),
    'network-biases-constant': (sizes, activation, rng) => withBiases(right(sizes, activation, rng), () => 0.1),
    'network-biases-one': (sizes, activation, rng) => withBiases(right(sizes, activation, rng), () => 1),
    'network-biases-of-the-inputs': (sizes, activation, rng) =>
      right(sizes, activation, rng).map(({ weights }, l) => ({
        weights,
        biases: new Array<number>(sizes[l]!).fill(0),
      })),
    'network-layer-for-the-inputs': (sizes, activation, rng) => right([sizes[0]!, ...sizes], activation, rng),
    'network-last-layer-left-out': (sizes, activation, rng) => right(sizes.slice(0, -1), activation, rng),
    'network-shapes-swapped': (sizes, activation, rng) => right(sizes.toReversed(), activation, rng).toReversed(),
    'network-last-layer-zero': (sizes, activation, rng) =>
      right(sizes, activation, rng).map(({ weights, biases }, l) => ({
        weights: l < sizes.length - 2 ? weights : weights.map((row) => row.map(() => 0)),
        biases,
      })),
    'network-own-generator': (sizes, activation) => right(sizes, activation, createRng(1)),
    'network-reseeded': (sizes, activation, rng) => {
      const state = 2 ** 32 * rng.uniform();
      return sizes.slice(1).flatMap((fanOut, l) => right([sizes[l]!, fanOut], activation, createRng(state)));
    },
  });
}
