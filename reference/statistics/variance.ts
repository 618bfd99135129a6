import type { Vector } from '../numerics/types.ts';

export type Moments = { mean: number; variance: number };

/** Var(wx) = E[x]²·Var(w) + E[w]²·Var(x) + Var(w)·Var(x), for independent w and x. */
export const productVariance = (w: Moments, x: Moments): number =>
  x.mean ** 2 * w.variance + w.mean ** 2 * x.variance + w.variance * x.variance;

/** Var(Σ w_i·x_i) = n·Var(w)·Var(x) over n independent products of mean 0 (Glorot & Bengio 2010, section 4.2.1). */
export const layerVariance = (fanIn: number, weightVariance: number, inputVariance: number): number =>
  fanIn * weightVariance * inputVariance;

/** (n·Var(w))^l·Var(x) after layer l = 1 … depth (Glorot & Bengio 2010, eq. 5). */
export const varianceByDepth = (depth: number, fanIn: number, weightVariance: number, inputVariance: number): Vector =>
  Array.from({ length: depth }, (_, l) => (fanIn * weightVariance) ** (l + 1) * inputVariance);

/** (1/N) Σ x_i^k for a whole k ≥ 1: an estimate of E[x^k] where that is what is known. */
export function moment(values: ArrayLike<number>, k: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    let power = x;
    for (let factor = 1; factor < k; factor++) power *= x;
    sum += power;
  }
  return sum / values.length;
}
