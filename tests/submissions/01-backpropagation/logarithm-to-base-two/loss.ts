import type { Vector } from './types';

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  let bits = 0;
  targets.forEach((t, i) => {
    bits -= t * Math.log2(predictions[i]) + (1 - t) * Math.log2(1 - predictions[i]);
  });
  return bits / targets.length;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
