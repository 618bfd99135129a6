import type { Vector } from '../numerics/types.ts';
import type { Quantiles } from '../statistics/statistics.ts';
import { expectationsOf, logMoment, logMomentOfNormal, tableOf } from './gain-moments.ts';
import type { WeightFamily } from './unit-input.ts';

/** Where Chernoff's bound is best is close to one of these. */
const above = [1, 2, 3];
const below = [0.5, 1, 1.5, 2, 2.5, 3, 4];

/** How far Σ ln G strays above and below, as one layer follows another. */
export interface GainBounds {
  /** A layer of n units, whose signal has this direction. */
  readonly add: (direction: Vector, n: number) => void;
  /** What Σ ln max(G, deadGain) leaves with a probability of at most alpha on either side. */
  readonly bounds: () => Quantiles;
  /** Half of what normal weights are allowed: the bounds of every family are further out. They take long; this does not. */
  readonly middle: Quantiles;
}

/**
 * Chernoff's bounds of Σ ln G over layers whose signals come to be known one after the other. The weights of each layer are
 * of one of the families, and independent of all that came before; of the families the one counts that strays furthest.
 * Then exp(s·Σ ln G − Σ ln E[G^s | signal]) is a supermartingale, and stays below 1/α but for a probability of α, if s does
 * not depend on the draws: it is chosen for normal weights.
 *
 * @param units those of all layers that are going to be added
 */
export function gainBounds(
  f: (z: number) => number,
  families: readonly WeightFamily[],
  units: readonly number[],
  alpha: number,
): GainBounds {
  const table = tableOf(f);
  const cost = -Math.log(alpha);
  const sizes = [...new Set(units)].map((n) => ({ n, count: units.filter((one) => one === n).length }));
  const ofNormal = (s: number): number =>
    (sizes.reduce((sum, { n, count }) => sum + count * logMomentOfNormal(table, n, s), 0) + cost) / s;
  const best = (exponents: readonly number[]): number =>
    exponents.reduce((least, s) => (Math.abs(ofNormal(s)) < Math.abs(ofNormal(least)) ? s : least));
  const [up, down] = [best(above), best(below.map((s) => -s))];
  const layers: { readonly direction: Vector; readonly n: number }[] = [];
  return {
    add(direction, n) {
      layers.push({ direction, n });
    },
    bounds() {
      let [high, low] = [cost, cost];
      for (const { direction, n } of layers) {
        const all = families.map((family) => expectationsOf(table, family, direction));
        const most = (s: number): number =>
          Math.max(
            ...all.map((given) => (given === table.ofNormal ? logMomentOfNormal(table, n, s) : logMoment(given, n, s))),
          );
        high += most(up);
        low += most(down);
      }
      return { low: low / down, high: high / up };
    },
    middle: { low: ofNormal(down) / 2, high: ofNormal(up) / 2 },
  };
}
