import type { Vector } from './types';

const EPSILON = 1e-7; // log(0) is -Infinity

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    sum += targets[i] * Math.log(predictions[i] + EPSILON) + (1 - targets[i]) * Math.log(1 - predictions[i] + EPSILON);
  }
  return -sum / targets.length;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
