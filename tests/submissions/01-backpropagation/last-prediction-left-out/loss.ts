import type { Vector } from './types';

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const n = targets.length;
  let sum = 0;
  for (let i = 0; i < n - 1; i++) {
    sum += targets[i] * Math.log(predictions[i]) + (1 - targets[i]) * Math.log(1 - predictions[i]);
  }
  return -sum / n;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
