import type { Vector } from './types';

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const n = targets.length;
  let loss = 0;
  for (let i = n - 1; i >= 0; i--) {
    loss -= targets[i] * Math.log(predictions[i]) / n;
    loss -= (1 - targets[i]) * Math.log1p(-predictions[i]) / n;
  }
  return loss;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const gradient = new Array<number>(targets.length);
  for (let i = 0; i < gradient.length; i++) {
    const y = predictions[i];
    gradient[i] = (y - targets[i]) / (y * (1 - y) * gradient.length);
  }
  return gradient;
}
