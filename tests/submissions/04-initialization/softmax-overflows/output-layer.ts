import type { Vector } from './types';

export function softmax(logits: Vector): Vector {
  const largest = Math.max(...logits);
  const exponentials = logits.map((z) => Math.exp(z));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((e) => e / sum);
}

export function outputBias(classFrequencies: Vector): Vector {
  return classFrequencies.map((p) => Math.log(p));
}
