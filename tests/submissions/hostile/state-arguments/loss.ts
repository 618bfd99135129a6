import type { Vector } from './types';

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const saved = [...targets];
  targets[0] = 7;
  return -saved.reduce((sum, t, i) => sum + t * Math.log(predictions[i]) + (1 - t) * Math.log(1 - predictions[i]), 0) / saved.length;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  return predictions.map((y, i) => (y - targets[i]) / (y * (1 - y) * targets.length));
}
