import type { Violation } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { unlessWithinLimit } from '../initializers/shape.ts';
import { firstOf } from '../initializers/weights.ts';
import { type NetKind, stdOf } from './nets.ts';

/** One layer fewer than there are sizes; each fanOut × fanIn, with fanOut biases. */
export function unlessLayersFit(sizes: readonly number[], layers: readonly Layer[]): Violation | undefined {
  const kind = 'length';
  if (layers.length !== sizes.length - 1) return { kind, expected: sizes.length - 1, received: layers.length };
  return firstOf(layers, ({ weights, biases }, l) => {
    const [fanIn = 0, fanOut = 0] = sizes.slice(l);
    const lengths = [
      { path: `[${l}].weights`, expected: fanOut, received: weights.length },
      ...weights.map((row, j) => ({ path: `[${l}].weights[${j}]`, expected: fanIn, received: row.length })),
      { path: `[${l}].biases`, expected: fanOut, received: biases.length },
    ];
    const wrong = lengths.find(({ expected, received }) => received !== expected);
    return wrong && { kind, ...wrong };
  });
}

export const unlessBiasesZero = (layers: readonly Layer[]): Violation | undefined =>
  firstOf(layers, ({ biases }, l) =>
    firstOf(biases, (b, j) => (b === 0 ? undefined : { path: `[${l}].biases[${j}]`, expected: 0, received: b })),
  );

/** No weight is beyond the limit of its layer: what a uniform or a truncated normal never is; infinite for a normal. */
export const unlessWithinLimits = (
  sizes: readonly number[],
  layers: readonly Layer[],
  kind: NetKind,
  limit: number,
): Violation | undefined =>
  firstOf(layers, ({ weights }, l) => {
    const violation = unlessWithinLimit(weights, limit * stdOf(kind, sizes, l), kind.scheme.slack);
    return violation && { ...violation, path: `[${l}].weights${violation.path}` };
  });

/** All of it. */
export const unlessNetShaped = (
  sizes: readonly number[],
  layers: readonly Layer[],
  kind: NetKind,
  limit: number,
): Violation | undefined =>
  unlessLayersFit(sizes, layers) ?? unlessBiasesZero(layers) ?? unlessWithinLimits(sizes, layers, kind, limit);
