import { createRng } from '../../../reference/rng.ts';

/** Where the values of a domain are drawn from. */
export interface Random {
  /** U[0, 1) */
  readonly next: () => number;
  /** U[0, 1), spread evenly over the draws of one check: of n draws, one falls into each n-th of the range. */
  readonly spread: () => number;
  /** Small sizes and usual numbers are wanted, for an example that is quickly computed and read. */
  readonly isModest: boolean;
}

export function randomFrom(seed: number, isModest = false): Random {
  const { uniform } = createRng(seed);
  return { next: uniform, spread: uniform, isModest };
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
      isModest: false,
    };
  });
}

function shuffled(length: number, uniform: () => number): readonly number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = wholeBetween(0, i, uniform());
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Entries of one list share one draw, and are not spread. */
export const unspread = ({ next, isModest }: Random): Random => ({ next, spread: next, isModest });

/** A whole number from `from` to `to`, out of a number of U[0, 1). */
export const wholeBetween = (from: number, to: number, u: number): number => from + Math.floor(u * (to - from + 1));

/** One of several values, each as likely. */
export const pick = <T>(values: readonly T[], u: number): T => values[wholeBetween(0, values.length - 1, u)]!;
