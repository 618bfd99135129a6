import type { Vector } from './types';

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const terms = targets.map((t, i) => t * Math.log10(predictions[i]) + (1 - t) * Math.log10(1 - predictions[i]));
  return -terms.reduce((a, b) => a + b) / terms.length;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
