import { NotImplemented, type Vector } from './types';

/**
 * Clipping by value: clamps every entry to [−limit, limit].
 *
 * @param gradient any number of entries, none included
 * @param limit c, at least 0.001
 */
export function clipByValue(gradient: Vector, limit: number): Vector {
  throw new NotImplemented('clipByValue');
}

/**
 * Clipping by norm: g where ‖g‖ ≤ maxNorm, else g · maxNorm/‖g‖, with ‖g‖ = √(Σ g_i²).
 *
 * The direction stays, the length is bounded. A zero gradient stays zero.
 *
 * @param gradient g, any number of entries, none included; ‖g‖ is 0 or at least 0.1
 * @param maxNorm at least 0.001
 */
export function clipByNorm(gradient: Vector, maxNorm: number): Vector {
  throw new NotImplemented('clipByNorm');
}

/**
 * Clipping by global norm: one norm over the entries of all vectors together, √(Σ_k Σ_i g_ki²), and one factor for all.
 *
 * @param gradients one vector or more, of different lengths, some of them perhaps all zeros or empty
 * @param maxNorm at least 0.001
 * @returns as many vectors, of the same lengths
 */
export function clipByGlobalNorm(gradients: Vector[], maxNorm: number): Vector[] {
  throw new NotImplemented('clipByGlobalNorm');
}
