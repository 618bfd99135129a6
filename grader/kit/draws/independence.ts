import { bernsteinEpsilon } from '../../../reference/statistics/concentration.ts';
import type { Violation } from '../laws/law.ts';
import type { Drawn } from './drawn-numbers.ts';
import { areRandom, meanOf, rangeOf, unlessWithin } from './statistics.ts';

/** As far apart as numbers of one call are held against each other. */
const mostLags = 64;

/** The mean of products of two numbers, in units of the variance: 0 where they have nothing to do with each other. */
interface Products {
  readonly mean: number;
  readonly count: number;
}

/**
 * Numbers have something to do with each other: with one so many places on in the same call, or with that in the same
 * place of the next call.
 *
 * A number is in one product of each mean, so that these are independent. With range R they have the variance 1 and are at
 * most R² (Bernstein); of normals P(mean > ε) ≤ e^(−t) at ε = √(2t/n) + t/n, since E e^(s·x·y) ≤ (1 − s²)^(−1/2).
 */
export function unlessIndependent(drawn: Drawn, alpha: number): Violation | undefined {
  if (!areRandom(drawn)) return undefined;
  const { calls, distribution } = drawn;
  const units = inUnits({ calls, ...distribution });
  const longest = Math.max(...units.map(({ length }) => length));
  const lags = Array.from({ length: Math.min(mostLags, longest - 1) }, (_, lag) => lag + 1);
  const all = [acrossCalls(units), ...lags.map((lag) => apart(units, lag))].filter(({ count }) => count > 0);
  for (const { mean, count } of all) {
    const t = Math.log((2 * all.length) / alpha);
    const epsilon = distribution.isSubGaussian
      ? Math.sqrt((2 * t) / count) + t / count
      : bernsteinEpsilon(count, 1, rangeOf(distribution) ** 2, alpha / all.length);
    const violation = unlessWithin(mean, 0, epsilon);
    if (violation) return violation;
  }
  return undefined;
}

/**
 * How numbers hang together that follow one another, and those in the same place of two calls: 0, or up to 1 or −1. About
 * their own mean and in units of their own variance, whatever these should be.
 */
export function correlations({ calls, units }: Drawn): readonly [within: number, across: number] {
  const all = Float64Array.from(calls.flat());
  const mean = meanOf(all);
  const variance = meanOf(all, (x) => (x - mean) ** 2);
  if (units.length === 0 || variance === 0) return [1, 1];
  const own = inUnits({ calls, mean, std: Math.sqrt(variance) });
  return [apart(own, 1).mean, acrossCalls(own).mean];
}

interface About {
  readonly calls: Drawn['calls'];
  readonly mean: number;
  readonly std: number;
}

const inUnits = ({ calls, mean, std }: About): readonly Float64Array[] =>
  calls.map((numbers) => Float64Array.from(numbers, (x) => (x - mean) / std));

const products = (sum: number, count: number): Products => ({ mean: count === 0 ? 0 : sum / count, count });

/** Of numbers that are `lag` apart in one call, each of them in one product. */
function apart(calls: readonly Float64Array[], lag: number): Products {
  let [sum, count] = [0, 0];
  for (const numbers of calls) {
    for (let i = 0; i + lag < numbers.length; i += i % lag === lag - 1 ? lag + 1 : 1) {
      sum += numbers[i]! * numbers[i + lag]!;
      count += 1;
    }
  }
  return products(sum, count);
}

/** Of numbers in the same place of two calls. */
function acrossCalls(calls: readonly Float64Array[]): Products {
  let [sum, count] = [0, 0];
  for (let call = 1; call < calls.length; call += 2) {
    const [one, other] = [calls[call - 1]!, calls[call]!];
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
      sum += one[i]! * other[i]!;
      count += 1;
    }
  }
  return products(sum, count);
}
