import type { WeightDistribution } from '../weights/weight-distributions.ts';

/** Distribution functions are compared between −6 and 6 standard deviations, in so many places. */
const reach = 6;
const places = 1024;
const placeOf = (k: number): number => (k / places) * 2 * reach - reach;

/** The distribution function in these places, for each distribution that was asked about. */
const known = new Map<WeightDistribution, Float64Array>();
function valuesOf(distribution: WeightDistribution): Float64Array {
  const values =
    known.get(distribution) ?? Float64Array.from({ length: places }, (_, k) => distribution.cdf(placeOf(k)));
  known.set(distribution, values);
  return values;
}

/** How many of some weights are below each of the places. */
export class Histogram {
  readonly #counts = new Uint32Array(places + 1);
  count = 0;
  #hasNaN = false;

  add(weights: Float64Array): void {
    const counts = this.#counts;
    for (let i = 0; i < weights.length; i++) {
      const place = Math.ceil((weights[i]! + reach) * (places / (2 * reach)));
      if (Number.isNaN(place)) this.#hasNaN = true;
      counts[Math.max(0, Math.min(places, place || 0))]! += 1;
    }
    this.count += weights.length;
  }

  merge(other: Histogram): void {
    for (let k = 0; k <= places; k++) this.#counts[k]! += other.#counts[k]!;
    this.count += other.count;
    this.#hasNaN ||= other.#hasNaN;
  }

  /**
   * sup|F_N − F| over a thousand places. Not over all: that makes it less by up to 0.005, where weights lie on few places,
   * and never more, so a bound on it holds. NaN where a weight is.
   */
  distance(distribution: WeightDistribution): number {
    if (this.#hasNaN) return Number.NaN;
    const right = valuesOf(distribution);
    let below = 0;
    let distance = 0;
    for (let k = 0; k < places; k++) {
      below += this.#counts[k]!;
      distance = Math.max(distance, Math.abs(below / this.count - right[k]!));
    }
    return distance;
  }
}
