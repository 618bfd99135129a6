import type { Domain, Landmark } from '../domain.ts';
import { logUniform } from './log-uniform.ts';
import { type RealOptions, real } from './real.ts';

/** Neighbors are less than a factor of 3 apart where functions bend, and farther and farther apart beyond. */
const magnitudes = [
  1e-300, 1e-200, 1e-100, 1e-30, 1e-9, 5, 10, 20, 50, 150, 400, 1e3, 1e4, 1e6, 1e12, 1e50, 1e150, 1e300,
];

/** How far from an end, as a share of the range. */
const distances = [1e-9, 1e-6, 1e-3, 0.05];

/**
 * `real` with more landmarks, for a function of one number, which is quick to ask: narrow orders of magnitude of either
 * sign, and what is next to the ends of a finite range.
 */
export function fine(options: RealOptions): Domain<number> {
  const plain = real(options);
  const { from, to } = options;
  const width = to - from;
  const atMagnitudes = [1, -1].flatMap((sign) => bands(0, sign, 1, magnitudes, options));
  const atEnds = [...bands(from, 1, width, distances, options), ...bands(to, -1, width, distances, options)];
  return { ...plain, landmarks: [...plain.landmarks, ...atMagnitudes, ...(Number.isFinite(width) ? atEnds : [])] };
}

/** Between neighbors of these distances, in some unit, on one side of a number. */
function bands(
  at: number,
  side: number,
  unit: number,
  edges: readonly number[],
  { from, to }: RealOptions,
): readonly Landmark<number>[] {
  return edges.slice(1).flatMap((most, i) => {
    const least = edges[i]!;
    const isAt = (x: number): boolean => side * (x - at) > least * unit && side * (x - at) < most * unit;
    const [nearest, farthest] = [at + side * least * unit, at + side * most * unit];
    if (Math.min(nearest, farthest) < from || Math.max(nearest, farthest) > to) return [];
    const place: Landmark<number>['place'] = (_, { next }) =>
      at + side * unit * logUniform(least, most, 0.05 + 0.9 * next());
    return [{ id: `is ${least * unit} to ${most * unit} ${side > 0 ? 'above' : 'below'} ${at}`, place, isAt }];
  });
}
