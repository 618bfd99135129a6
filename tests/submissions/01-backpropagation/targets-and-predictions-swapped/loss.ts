import type { Vector } from './types';

export function binaryCrossEntropy(predictions: Vector, targets: Vector): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    sum += targets[i] * Math.log(predictions[i]) + (1 - targets[i]) * Math.log(1 - predictions[i]);
  }
  return -sum / targets.length;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
