import type { Layer } from './types';

export function l2Penalty(layers: Layer[], lambda: number): number {
  let sum = 0;
  for (const layer of layers) for (const row of layer.weights) for (const w of row) sum += w * w;
  return (lambda / 2) * sum;
}

export function l2Gradient(layers: Layer[], lambda: number): Layer[] {
  return layers.map((layer) => ({
    weights: layer.weights.map((row) => row.map((w) => 2 * lambda * w)),
    biases: layer.biases.map(() => 0),
  }));
}
