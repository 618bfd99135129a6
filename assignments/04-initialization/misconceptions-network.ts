import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { heNormal, type Initializer, standardUniform, xavierNormal } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import { initialize, initializers } from '../../reference/training.ts';
import type { Layer } from '../../reference/types.ts';
import type { HiddenActivation, InitializationTasks } from './reference.ts';
import { boxMullerAtZero, normalOf, truncatedNormal, truncatedStd, weightsBy } from './wrong-weights.ts';

type Draw = Parameters<Initializer>[2];

const right = (sizes: readonly number[], activation: HiddenActivation, rng: Draw): Layer[] =>
  initialize(sizes, initializers[activation], rng);

const withBiases = (layers: readonly Layer[], bias: () => number): Layer[] =>
  layers.map(({ weights, biases }) => ({ weights, biases: biases.map(bias) }));

/** The same initializer whatever the activation is. */
const alwaysBy =
  (draw: Initializer) =>
  (sizes: readonly number[], _: HiddenActivation, rng: Draw): Layer[] =>
    initialize(sizes, draw, rng);

/** Its fans are taken the wrong way round, its shape is not. */
const fansSwapped =
  (draw: Initializer): Initializer =>
  (fanIn, fanOut, rng) => {
    const weights = draw(fanOut, fanIn, rng).flat();
    return Array.from({ length: fanOut }, (_, j) => weights.slice(j * fanIn, (j + 1) * fanIn));
  };

/** Of a whole net. */
export const networkMisconceptions = (t: InitializationTasks): readonly Misconception[] =>
  of(t.initializeNetwork, {
    'network-exchanged': (sizes, activation, rng) => right(sizes, activation === 'tanh' ? 'relu' : 'tanh', rng),
    'network-xavier-for-both': alwaysBy(xavierNormal),
    'network-he-for-both': alwaysBy(heNormal),
    'network-standard-for-both': alwaysBy(standardUniform),
    'network-standard-normal': alwaysBy(normalOf(() => 1)),
    'network-small-numbers': alwaysBy(normalOf(() => 0.01)),
    'network-zero': alwaysBy(weightsBy(() => 0)),
    'network-fans-swapped': (sizes, activation, rng) => initialize(sizes, fansSwapped(initializers[activation]), rng),
    'network-truncated': (sizes, activation, rng) =>
      right(sizes, activation, { uniform: rng.uniform, normal: () => truncatedNormal(rng) / truncatedStd }),
    'network-biases-random': (sizes, activation, rng) => withBiases(right(sizes, activation, rng), rng.normal),
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
    'network-infinite': (sizes, activation, rng) =>
      right(sizes, activation, { uniform: rng.uniform, normal: () => boxMullerAtZero(rng) }),
  });
