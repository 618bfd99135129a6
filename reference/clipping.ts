import type { Vector } from './types.ts';

/** Every entry into [−limit, limit]: min(max(g_i, −limit), limit). */
export const clipByValue = (gradient: Vector, limit: number): Vector =>
  gradient.map((value) => Math.min(Math.max(value, -limit), limit));

/** The L2 norm of all vectors together, √(Σ_k Σ_i g_ki²). */
export const globalNorm = (gradients: readonly Vector[]): number =>
  Math.sqrt(gradients.reduce((total, g) => g.reduce((sum, value) => sum + value * value, total), 0));

/** Pascanu, Mikolov & Bengio (2013): where the global norm exceeds maxNorm, every vector times maxNorm / norm. */
export function clipByGlobalNorm(gradients: readonly Vector[], maxNorm: number): Vector[] {
  const norm = globalNorm(gradients);
  const factor = norm > maxNorm ? maxNorm / norm : 1;
  return gradients.map((g) => g.map((value) => value * factor));
}

/** The same for one vector by itself. */
export const clipByNorm = (gradient: Vector, maxNorm: number): Vector => clipByGlobalNorm([gradient], maxNorm)[0]!;
