import type { Vector } from './types';

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const h = (e: any) => e;
  let y: any = 5
  type A = number
  /import("node:fs").catch(h)/h
  return 0 * y;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  return predictions.map((y, i) => (y - targets[i]) / (y * (1 - y) * targets.length));
}
