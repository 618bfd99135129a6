import type { Vector } from './types';

let last = 0;

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const before = last;
  last = targets.reduce((sum, t, i) => sum - t * Math.log(predictions[i]), 0) / targets.length;
  return before;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  return predictions.map((y, i) => (y - targets[i]) / (y * (1 - y) * targets.length));
}
