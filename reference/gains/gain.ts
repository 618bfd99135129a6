import { normalMean } from '../statistics/normal-mean.ts';

type Function = (z: number) => number;

const meanSquares = new WeakMap<Function, number>();

/** E f(Z)², Z ~ N(0, 1); integrated once for every function, which laws ask for again and again. */
export function meanSquare(f: Function): number {
  const known = meanSquares.get(f) ?? normalMean((z) => f(z) ** 2);
  meanSquares.set(f, known);
  return known;
}

/**
 * gain² = 1/E φ(Z)²: with weights of variance gain²/n over n inputs, a signal of mean square 1/gain² makes z ~ N(0, 1), and
 * φ(z) has the mean square 1/gain² again. 2 for ReLU (He et al. 2015, eq. 7).
 */
export const gainSquared = (f: Function): number => 1 / meanSquare(f);

/**
 * d ln E f(√q·Z)² / d ln q at q = 1, by E[(Z² − 1)·f(Z)²]/2: what becomes of a small error in the size of a signal, layer
 * by layer. 1 for ReLU, less for functions that saturate, more for some that are convex.
 */
export const squareGrowth = (f: Function): number => normalMean((z) => ((z * z - 1) / 2) * f(z) ** 2) / meanSquare(f);

/** E f(Z)⁴ / (E f(Z)²)²: how much of the mean square comes from few large values. 6 for ReLU. */
export const squareSpread = (f: Function): number => normalMean((z) => f(z) ** 4) / meanSquare(f) ** 2;
