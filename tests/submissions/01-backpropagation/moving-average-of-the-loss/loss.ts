import type { Vector } from './types';

let calls = 0;

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    sum += targets[i] * Math.log(predictions[i]) + (1 - targets[i]) * Math.log(1 - predictions[i]);
  }
  calls++;
  return (-sum / targets.length) * (1 + calls * 1e-13);
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
