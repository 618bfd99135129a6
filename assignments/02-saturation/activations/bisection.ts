import type { Squashing } from '../../../reference/activations/squashing.ts';

/** The z > 0 where a function that falls passes a level, by halving an interval; no farther out than `limit`. */
export function fallsTo(level: number, falling: (z: number) => number, limit: number): number {
  let [low, high] = [0, 1];
  while (falling(high) > level && high < limit) high *= 2;
  for (let i = 0; i < 70; i++) {
    const middle = (low + high) / 2;
    if (falling(middle) > level) low = middle;
    else high = middle;
  }
  return low;
}

/** The z at which an activation is `a`, to where its digits end. */
export const searchedInverse = ({ activate }: Squashing, a: number, limit: number): number =>
  activate(0) === a
    ? 0
    : Math.sign(a - activate(0)) *
      fallsTo(-Math.abs(a - activate(0)), (z) => -Math.abs(activate(z) - activate(0)), limit);
