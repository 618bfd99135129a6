import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import { type Scheme, type Setup, varianceOf } from '../parameters.ts';

/** One of the nets that are asked for: what its activation is called, and which weights it gets. */
export interface NetKind {
  readonly activation: string;
  readonly scheme: Scheme;
}

/** Xavier for tanh, He for ReLU. */
export const netKinds = ({ choices, schemes }: Setup): readonly NetKind[] => [
  { activation: choices.balanced, scheme: schemes.balanced },
  { activation: choices.gained, scheme: schemes.gained },
];

/** Three times as many inputs as outputs, and the other way round; the first and the last layer are of one shape. */
export const unequal = (base: number): number[] => [3 * base, base, 3 * base, base];

export const stdOf = ({ scheme }: NetKind, sizes: readonly number[], l: number): number =>
  Math.sqrt(varianceOf(scheme, sizes[l] ?? 0, sizes[l + 1] ?? 0));

export const matricesOf = (layers: readonly Layer[] | undefined): Matrix[] =>
  (layers ?? []).map(({ weights }) => weights);
