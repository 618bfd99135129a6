import type { Vector } from './types';

export function clipByValue(gradient: Vector, limit: number): Vector {
  return gradient.map((g) => Math.min(Math.max(g, -limit), limit));
}

export function clipByNorm(gradient: Vector, maxNorm: number): Vector {
  const norm = Math.hypot(...gradient);
  return norm < maxNorm ? gradient : gradient.map((g) => g / norm);
}

export function clipByGlobalNorm(gradients: Vector[], maxNorm: number): Vector[] {
  let squares = 0;
  for (const gradient of gradients) for (const g of gradient) squares += g * g;
  const norm = Math.sqrt(squares);
  const factor = norm > maxNorm ? maxNorm / norm : 1;
  return gradients.map((gradient) => gradient.map((g) => g * factor));
}
