import { frequencies, step } from '../gains/unit-input.ts';
import { dot } from '../numerics/linear-algebra.ts';
import { halfAxis } from './normal-mean.ts';

type Function = (z: number) => number;

/**
 * (1/π)·step·ĥ(t) at the first frequencies, for several functions h(X(z)): what is added to E h(Z) for each of them is the
 * product of this with the departure of z from a normal (unit-input.ts).
 *
 * ĥ(t) = ∫ h(X(z)) cos(tz) dz up to ±reach = ±π/step, with h as it is at ±8 beyond: there sin(t·reach) is 0.
 */
export class Corrections {
  /** ĥ's integrand but for the wave, and h(X(8)) + h(X(−8)), for each h. */
  readonly #even: readonly Float64Array[];
  readonly #atEnd: readonly number[];
  readonly #values: readonly Float64Array[];
  #known = 0;

  constructor(functions: readonly Function[], square: Function) {
    const { end, nodes } = halfAxis();
    const [right, left] = [nodes.map(square), nodes.map((z) => square(-z))];
    this.#even = functions.map((h) => Float64Array.from(right, (x, i) => h(x) + h(left[i]!)));
    this.#atEnd = functions.map((h) => h(square(end)) + h(square(-end)));
    this.#values = functions.map(() => new Float64Array(frequencies.length));
  }

  /** For each h, at `count` frequencies or more: most signals need few. */
  upTo(count: number): readonly Float64Array[] {
    const { end, nodes, weights } = halfAxis();
    for (; this.#known < count; this.#known++) {
      const t = frequencies[this.#known]!;
      const wave = Float64Array.from(nodes, (z, i) => weights[i]! * Math.cos(t * z));
      const beyond = Math.sin(t * end) / t;
      this.#values.forEach((values, h) => {
        const transform = dot(this.#even[h]!, wave) - this.#atEnd[h]! * beyond;
        values[this.#known] = (transform * step) / Math.PI;
      });
    }
    return this.#values;
  }
}
