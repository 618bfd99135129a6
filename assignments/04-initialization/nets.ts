import type { Layer, Matrix } from '../../reference/types.ts';
import { he, type Scheme, varianceOf, xavier } from './distributions.ts';
import { statesFrom } from './generators.ts';
import type { HiddenActivation, NetworkArgs } from './reference.ts';

/** Xavier for tanh, He for ReLU. */
export const schemes: { readonly [A in HiddenActivation]: Scheme } = { tanh: xavier, relu: he };
export const activations = Object.keys(schemes) as HiddenActivation[];

/** One net of the given sizes for each activation. */
export const bothNets = (sizes: number[], first: number): NetworkArgs[] =>
  activations.map((activation, i) => [sizes, activation, statesFrom(first, 2)[i]!]);

/** Three times as many inputs as outputs, and the other way round. */
export const unequal = (base: number): number[] => [3 * base, base, 3 * base];

export const stdOf = (activation: HiddenActivation, sizes: readonly number[], l: number): number =>
  Math.sqrt(varianceOf(schemes[activation], sizes[l] ?? 0, sizes[l + 1] ?? 0));

export const matricesOf = (layers: readonly Layer[] | undefined): Matrix[] =>
  (layers ?? []).map(({ weights }) => weights);
