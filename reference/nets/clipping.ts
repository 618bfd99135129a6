import type { Vector } from '../numerics/types.ts';

/** Every entry into [−limit, limit]: min(max(g_i, −limit), limit). */
export const clipByValue = (gradient: Vector, limit: number): Vector =>
  gradient.map((value) => Math.min(Math.max(value, -limit), limit));

/** √(Σ g_i²), Σ |g_i|, or max |g_i|. */
export type Norm = 'l2' | 'l1' | 'max';

const added: { readonly [N in Norm]: (sum: number, value: number) => number } = {
  l2: (sum, value) => sum + value * value,
  l1: (sum, value) => sum + Math.abs(value),
  max: (largest, value) => Math.max(largest, Math.abs(value)),
};

/** The norm of all vectors together, √(Σ_k Σ_i g_ki²) where nothing else is said. */
export function globalNorm(gradients: readonly Vector[], norm: Norm = 'l2'): number {
  const total = gradients.reduce((sum, g) => g.reduce(added[norm], sum), 0);
  return norm === 'l2' ? Math.sqrt(total) : total;
}

/** Pascanu, Mikolov & Bengio (2013): where the global norm exceeds maxNorm, every vector times maxNorm / norm. */
export function clipByGlobalNorm(gradients: readonly Vector[], maxNorm: number, of: Norm = 'l2'): Vector[] {
  const norm = globalNorm(gradients, of);
  const factor = norm > maxNorm ? maxNorm / norm : 1;
  return gradients.map((g) => g.map((value) => value * factor));
}

/** Clips one vector by its own norm: g if ‖g‖ ≤ maxNorm, else g·maxNorm/‖g‖. */
export const clipByNorm = (gradient: Vector, maxNorm: number, of: Norm = 'l2'): Vector =>
  clipByGlobalNorm([gradient], maxNorm, of)[0]!;
