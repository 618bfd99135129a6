import { deepForward, type LayerStatistics } from '../../reference/deep-network.ts';
import type { Layer, Matrix } from '../../reference/types.ts';
import type { Phi } from './activations.ts';

/** Population variance. */
export function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
}

export const std = (values: readonly number[]): number => Math.sqrt(variance(values));

/** Takes a number pair from each hidden layer's activations, one row an example. */
export const statisticsOf =
  (summary: (rows: Matrix) => LayerStatistics) =>
  (layers: Layer[], phi: Phi, inputs: Matrix): LayerStatistics[] => {
    const passes = inputs.map((input) => deepForward(layers, phi, input));
    return layers.slice(1).map((_, l) => summary(passes.map((pass) => pass.activations[l + 1]!)));
  };
