import type { Vector } from './types';

import { sigmoid } from './sigmoid';

export function binaryCrossEntropy(targets: Vector, logits: Vector): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    const y = sigmoid(logits[i]);
    sum += targets[i] * Math.log(y) + (1 - targets[i]) * Math.log(1 - y);
  }
  return -sum / targets.length;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}
