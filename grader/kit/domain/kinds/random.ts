import { createRng } from '../../../../reference/numerics/rng.ts';

/** Where the values of a domain are drawn from. */
export interface Random {
  /** U[0, 1) */
  readonly next: () => number;
  /** U[0, 1), spread evenly over the draws of one check: of n draws, one falls into each n-th of the range. */
  readonly spread: () => number;
  /** Of how many sizes, from the least on, one is drawn; and numbers of the usual ones, with all their digits. */
  readonly sizes: SizeRange | undefined;
}

/** Sizes that are so much larger than the least. */
export type SizeRange = readonly [from: number, to: number];

/**
 * Small sizes, one to four entries, layers or units where there may be one: quickly computed, and not right by chance.
 */
export const small: SizeRange = [0, 3];
/** Five or six of each, so that there is room for many landmarks at once. */
export const middle: SizeRange = [4, 5];

/**
 * A source by a seed: the same seed draws the same.
 *
 * @internal
 */
export function randomFrom(seed: number, sizes?: SizeRange): Random {
  const { uniform } = createRng(seed);
  return { next: uniform, spread: uniform, sizes };
}

/**
 * As many sources as there are draws. The k-th number that a draw takes by `spread` is its k-th coordinate in a Latin
 * hypercube (McKay, Beckman & Conover 1979): over all draws, each stratum of each coordinate is met once.
 */
export function spreadRandoms(seed: number, draws: number): readonly Random[] {
  const { uniform } = createRng(seed);
  const orders: (readonly number[])[] = [];
  const orderOf = (coordinate: number): readonly number[] => {
    orders[coordinate] ??= shuffled(draws, createRng(seed + coordinate + 1).uniform);
    return orders[coordinate];
  };
  return Array.from({ length: draws }, (_, draw): Random => {
    let coordinate = 0;
    return {
      next: uniform,
      spread: () => (orderOf(coordinate++)[draw]! + uniform()) / draws,
      sizes: undefined,
    };
  });
}

/** The indices of a list, in an order that is drawn. */
export function shuffled(length: number, uniform: () => number): readonly number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = wholeBetween(0, i, uniform());
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Entries of one list share one draw, and are not spread. */
export const unspread = ({ next, sizes }: Random): Random => ({ next, spread: next, sizes });

/** A whole number from `from` to `to`, out of a number of U[0, 1). */
export const wholeBetween = (from: number, to: number, u: number): number => from + Math.floor(u * (to - from + 1));

/** One of several values, each as likely. */
export const pick = <T>(values: readonly T[], u: number): T => values[wholeBetween(0, values.length - 1, u)]!;
