import type { Vector } from './types';

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  let loss = 0;
  for (let i = 0; i < targets.length; i++) {
    const t = targets[i];
    const y = predictions[i];
    loss += -(t * Math.log(y) + (1 - t) * Math.log(1 - y));
  }
  return loss;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
