import type { Matrix, Rng } from './types';

export enum Family {
  Uniform,
  Normal,
}

/** Box-Muller on uniform(); 1 - u is never 0. */
export class Gaussian {
  #spare: number | null = null;
  constructor(private readonly rng: Rng) {}

  next(): number {
    if (this.#spare !== null) {
      const kept = this.#spare;
      this.#spare = null;
      return kept;
    }
    const r = Math.sqrt(-2 * Math.log(1 - this.rng.uniform()));
    const phi = 2 * Math.PI * this.rng.uniform();
    this.#spare = r * Math.sin(phi);
    return r * Math.cos(phi);
  }
}

/** rows x columns numbers of the given variance, column by column. */
export function draw(rows: number, columns: number, variance: number, family: Family, rng: Rng): Matrix {
  const gaussian = new Gaussian(rng);
  const std = Math.sqrt(variance);
  const next = family === Family.Normal ? () => std * gaussian.next() : () => std * Math.sqrt(12) * (rng.uniform() - 0.5);
  const matrix = Array.from({ length: rows }, () => new Float32Array(columns));
  for (let i = 0; i < columns; i++) for (let j = 0; j < rows; j++) matrix[j]![i] = next();
  return matrix as unknown as Matrix;
}
