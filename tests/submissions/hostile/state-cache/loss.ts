import type { Vector } from './types';

const cache = new Map<string, number>();
const compute = (targets: Vector, predictions: Vector): number =>
  -targets.reduce((sum, t, i) => sum + t * Math.log(predictions[i]) + (1 - t) * Math.log(1 - predictions[i]), 0) / targets.length;

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const key = JSON.stringify([targets, predictions]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  cache.set(key, compute(targets, predictions));
  return cache.get(key) ?? 0;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  return predictions.map((y, i) => (y - targets[i]) / (y * (1 - y) * targets.length));
}
