import type { Domain } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { Gradients } from './landmarks.ts';

export type Clipped<Gradient> = [gradient: Gradient, limit: number];

/** Less than anybody rounds to, and more than a long gradient's answer may be off. */
const step = 1e-7;
const longNorm = 5000;

/** What differs by very little, in a gradient so long that an ε makes less of a difference: its answers differ by as much. */
export function withNeighbors<Gradient>(
  of: Domain<Clipped<Gradient>>,
  { normOf, scaled, whole, nudged }: Gradients<Gradient>,
): typeof of {
  return {
    ...of,
    neighbors(args, random) {
      const [gradient, maxNorm] = args;
      const long = normOf(gradient) > 0 ? gradient : whole[0]!;
      const near = scaled(long, longNorm / normOf(long));
      return [
        [near, maxNorm],
        [near, maxNorm * (1 - step)],
        [nudged(near, step), maxNorm],
        ...(of.neighbors?.(args, random) ?? []),
      ];
    },
  };
}

/** One entry inside and one outside, and what they become moved by very little. */
export const withValueNeighbors = (of: Domain<Clipped<Vector>>): typeof of => ({
  ...of,
  neighbors: ([, limit], random) => {
    const near: Clipped<Vector> = [[0.6 * limit, -2 * limit], limit];
    return [
      near,
      [[0.6 * limit * (1 + step), -2 * limit], limit],
      [near[0], limit * (1 + step)],
      ...(of.neighbors?.(near, random) ?? []),
    ];
  },
});
