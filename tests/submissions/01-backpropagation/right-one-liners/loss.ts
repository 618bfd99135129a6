import type { Vector } from './types.ts';

const { log } = Math;

const mean = (xs: Vector): number => xs.reduce((s, x) => s + x, 0) / xs.length;

export const binaryCrossEntropy = (targets: Vector, predictions: Vector): number =>
  -mean(targets.map((t, i) => t * log(predictions[i]) + (1 - t) * log(1 - predictions[i])));

export const binaryCrossEntropyGradient = (targets: Vector, predictions: Vector): Vector =>
  targets.map((t, i, { length: n }) => (predictions[i] - t) / predictions[i] / (1 - predictions[i]) / n);
