import type { Vector } from './types';

export function clipByValue(gradient: Vector, limit: number): Vector {
  return gradient.map((g) => Math.min(Math.max(g, -limit), limit));
}

export function clipByNorm(gradient: Vector, maxNorm: number): Vector {
  const norm = Math.hypot(...gradient);
  return norm > maxNorm ? gradient.map((g) => (g * maxNorm) / norm) : gradient;
}

export function clipByGlobalNorm(gradients: Vector[], maxNorm: number): Vector[] {
  return gradients.map((gradient) => clipByNorm(gradient, maxNorm));
}
