import type { Violation } from '../../../../grader/kit.ts';
import { firstOf } from '../weights.ts';

/** `rng.uniform()` is a multiple of this. */
const step = 2 ** -32;
/** More of them than these nobody adds up for one weight. */
const mostSummed = 100;
/** So many differences of weights are looked at: a right one is this near to a multiple once in 25 times. */
const [differences, nearness] = [200, 0.02];
/** Of a sum of random bits every other multiple is odd. */
const leastOdd = 0.4;

/**
 * How many uniform numbers each weight is the sum of; undefined where it is no such sum, or one uniform number.
 *
 * A sum of n, divided by √(n/12), its standard deviation, is but for a constant a multiple of √(12/n)·2^−32. Normal numbers
 * have a density, and as their differences are many of these steps apart, where between two multiples one falls is
 * uniform: all of 200 are near to multiples, for some n, with a probability of at most 100 · 25^−200.
 *
 * Weights in single precision may be multiples by themselves: of σ·√(12/n)·2^−32·m for an odd m, m² = n·fanIn/24 · 4^j < 4200.
 * These are odd multiples only where |x| < m·√(12/n)/256 < 0.09, and so at most every seventh of the differences: 80 of
 * 200 are odd with a probability below 1e-15.
 */
export function summedUniforms(units: Float64Array): number | undefined {
  if (units.length <= differences) return undefined;
  for (let n = 1; n <= mostSummed; n++) {
    if (areMultiples(units, step * Math.sqrt(12 / n))) return n === 1 ? undefined : n;
  }
  return undefined;
}

function areMultiples(units: Float64Array, grid: number): boolean {
  let odd = 0;
  for (let i = 0; i < differences; i++) {
    const multiple = (units[i + 1]! - units[i]!) / grid;
    const nearest = Math.round(multiple);
    if (!(Math.abs(multiple - nearest) <= nearness)) return false;
    if (nearest % 2 !== 0) odd += 1;
  }
  return odd >= leastOdd * differences;
}

/** Weights, and a call that drew them. */
interface Drawn {
  readonly units: Float64Array;
  readonly call: number;
  readonly path?: string;
}

/** However many uniform numbers are added up, they are no normal number: none is beyond √(3n) standard deviations. */
export const unlessNoSums = (layers: readonly Drawn[]): Violation | undefined =>
  firstOf(layers, ({ units, call, path }) => {
    const received = summedUniforms(units);
    return received === undefined ? undefined : { expected: 0, received, call, ...(path !== undefined && { path }) };
  });
