import type { Layer } from '../numerics/types.ts';

/** (λ/2) Σ w² over the weights of all layers; biases are left out. */
export const l2Penalty = (layers: readonly Layer[], lambda: number): number =>
  (lambda / 2) * layers.reduce((total, { weights }) => weights.flat().reduce((sum, w) => sum + w * w, total), 0);

/** The gradient of l2Penalty, with the shape of `layers`: λw for every weight, 0 for every bias. */
export const l2Gradient = (layers: readonly Layer[], lambda: number): Layer[] =>
  layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map((w) => lambda * w)),
    biases: biases.map(() => 0),
  }));
