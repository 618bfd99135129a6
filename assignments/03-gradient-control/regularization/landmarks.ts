import type { Landmark, Random } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/numerics/types.ts';

type NetArgs = [layers: Layer[], lambda: number];

const spread = ({ next }: Random): number => 2 * next() - 1;

/** What all weights of a net may have in common: how one is drawn, and whether it is such a one. */
const kinds: Readonly<Record<string, readonly [drawn: (random: Random) => number, isSuch: (w: number) => boolean]>> = {
  positive: [({ next }) => 0.1 + 2 * next(), (w) => w > 0],
  negative: [({ next }) => -0.1 - 2 * next(), (w) => w < 0],
  small: [(random) => 0.4 * spread(random), (w) => Math.abs(w) < 0.5 && w !== 0],
  tiny: [(random) => 1e-4 * spread(random), (w) => Math.abs(w) < 1e-3 && w !== 0],
  large: [(random) => 500 + 300 * spread(random), (w) => Math.abs(w) > 100],
};

/** Nets all of whose weights are of one kind, with a λ that shows it. */
export const weightLandmarks: readonly Landmark<NetArgs>[] = Object.entries(kinds).map(([id, [drawn, isSuch]]) => ({
  id: `layers weights: all are ${id}`,
  place: ([layers], random) => [
    layers.map(({ weights, biases }) => ({ weights: weights.map((row) => row.map(() => drawn(random))), biases })),
    0.5 + random.next(),
  ],
  isAt: ([layers]) => layers.every(({ weights }) => weights.flat().every(isSuch)),
}));
