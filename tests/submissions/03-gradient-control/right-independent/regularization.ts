import type { Layer } from './types';

const squares = (row: number[]) => row.reduce((sum, w) => sum + w ** 2, 0);

export const l2Penalty = (layers: Layer[], lambda: number) =>
  layers.flatMap((layer) => layer.weights).reduce((sum, row) => sum + 0.5 * lambda * squares(row), 0);

export const l2Gradient = (layers: Layer[], lambda: number) =>
  layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => Float64Array.from(row, (w) => w * lambda)),
    biases: new Float64Array(biases.length),
  }));
