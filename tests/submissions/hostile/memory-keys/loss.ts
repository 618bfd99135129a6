import type { Vector } from './types';

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const table: Record<string, number> = {};
  for (let i = 0; i < 300_000; i++) table[`key${i}`] = i;
  return table as never;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  return predictions.map((y, i) => (y - targets[i]) / (y * (1 - y) * targets.length));
}
