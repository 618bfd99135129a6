import type { Violation } from '../../../../grader/kit.ts';

/**
 * A size that a right weight has with the greatest probability, where weights are kept in single precision: 2^−23. Numbers
 * of 32 bits are 2^−23·|w| apart or less, and |x|·p(|x|) is at most 1, for a uniform at its ends. In double precision, and
 * with 32 random bits, it is far less.
 */
const mostLikely = 2 ** -23;

/**
 * So many of n weights have the size of an earlier one with a probability of at most alpha. Each has so with a probability
 * of at most n·2^−23, whatever the earlier ones are: no more than binomial(n, n·2^−23), of which P(≥ m) ≤ e^−μ·(eμ/m)^m for
 * m > μ = n²·2^−23 (Chernoff).
 */
function mostTies(weights: number, alpha: number): number {
  const mean = weights ** 2 * mostLikely;
  let m = Math.ceil(mean) + 1;
  while (m * (1 + Math.log(mean / m)) - mean > Math.log(alpha)) m += 1;
  return m;
}

/** How many have the size of another one: rounded, taken from a list, or drawn once for several places. */
function tiesAmong(sizes: Float64Array): number {
  sizes.sort();
  let ties = 0;
  for (let i = 1; i < sizes.length; i++) if (sizes[i] === sizes[i - 1]) ties += 1;
  return ties;
}

/** Weights of one or several layers, and a call that drew some of them. */
interface Drawn {
  readonly units: Float64Array;
  readonly call: number;
}

/** As many weights of a group are looked at, at most. */
const mostWeights = 10_000;

/** In each group of layers, all of its weights together, or as many as are enough. */
export function unlessAllDifferent(groups: readonly (readonly Drawn[])[], alpha: number): Violation | undefined {
  for (const group of groups) {
    const sizes = new Float64Array(
      Math.min(
        mostWeights,
        group.reduce((sum, { units }) => sum + units.length, 0),
      ),
    );
    let at = 0;
    for (const { units } of group) {
      for (let i = 0; i < units.length && at < sizes.length; i++, at++) sizes[at] = Math.abs(units[i]!);
    }
    const received = tiesAmong(sizes);
    if (received > mostTies(sizes.length, alpha / groups.length))
      return { expected: 0, received, call: group[0]!.call };
  }
  return undefined;
}
