import type { Moments, Vector } from './types';

export function productVariance(w: Moments, x: Moments): number {
  return x.mean * x.mean * w.variance + w.mean * w.mean * x.variance + w.variance * x.variance;
}

export function layerVariance(fanIn: number, weightVariance: number, inputVariance: number): number {
  return fanIn * productVariance({ mean: 0, variance: weightVariance }, { mean: 0, variance: inputVariance });
}

export function varianceByDepth(depth: number, fanIn: number, weightVariance: number, inputVariance: number): Vector {
  const result: Vector = [];
  let variance = inputVariance;
  for (let l = 1; l <= depth; l++) {
    variance = layerVariance(fanIn, weightVariance, variance);
    result.push(variance);
  }
  return result;
}
