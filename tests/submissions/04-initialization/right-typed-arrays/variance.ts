import type { Moments, Vector } from './types';

export function productVariance(w: Moments, x: Moments): number {
  // Var(wx) = E[w²]E[x²] − (E[w]E[x])²
  const second = ({ mean, variance }: Moments) => variance + mean ** 2;
  return second(w) * second(x) - (w.mean * x.mean) ** 2;
}

export function layerVariance(fanIn: number, weightVariance: number, inputVariance: number): number {
  let total = 0;
  for (let i = 0; i < fanIn; ++i) total += weightVariance * inputVariance;
  return total;
}

export function varianceByDepth(depth: number, fanIn: number, weightVariance: number, inputVariance: number): Vector {
  const result = new Float64Array(depth);
  for (let l = 0; l < depth; ++l) result[l] = inputVariance * Math.pow(fanIn * weightVariance, l + 1);
  return result as unknown as number[];
}
