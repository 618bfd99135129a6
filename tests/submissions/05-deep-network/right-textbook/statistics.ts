import { forward } from './network';
import type { Activation, Layer, LayerStatistics, Matrix } from './types';

const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

export function layerStatistics(layers: Layer[], activation: Activation, inputs: Matrix): LayerStatistics[] {
  const passes = inputs.map((input) => forward(layers, activation, input));
  return layers.slice(0, -1).map((_, l) => {
    const values = passes.flatMap(({ activations }) => activations[l + 1]);
    const m = mean(values);
    return { mean: m, std: Math.sqrt(mean(values.map((x) => (x - m) ** 2))) };
  });
}
