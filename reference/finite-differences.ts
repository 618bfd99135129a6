import type { Layer } from './types.ts';

/**
 * f′(x) by central differences with one Richardson extrapolation, of fourth order in the step:
 * (4·D(h/2) − D(h)) / 3, D(h) = (f(x + h) − f(x − h)) / 2h.
 *
 * With h = 1e-3·max(1, |x|) the truncation is about h⁴ = 1e-12 and the rounding about 1e-16/h = 1e-13, both times the
 * size of f and its fifth derivative.
 */
export function derivative(f: (x: number) => number, x: number, step = 1e-3): number {
  const h = step * Math.max(1, Math.abs(x));
  const central = (reach: number): number => (f(x + reach) - f(x - reach)) / (2 * reach);
  return (4 * central(h / 2) - central(h)) / 3;
}

/** The gradient of f at a point, one coordinate after the other. */
export const gradient = (f: (point: readonly number[]) => number, point: readonly number[]): number[] =>
  point.map((x, i) => derivative((value) => f(point.with(i, value)), x));

/** The gradient of f at the weights and biases of a net, shaped as the net. */
export function layerGradients(
  f: (layers: readonly Layer[]) => number,
  layers: readonly Layer[],
  step?: number,
): Layer[] {
  const at = (l: number, changed: Layer): number => f(layers.with(l, changed));
  return layers.map((layer, l) => ({
    weights: layer.weights.map((row, j) =>
      row.map((w, i) =>
        derivative((value) => at(l, { ...layer, weights: layer.weights.with(j, row.with(i, value)) }), w, step),
      ),
    ),
    biases: layer.biases.map((b, j) =>
      derivative((value) => at(l, { ...layer, biases: layer.biases.with(j, value) }), b, step),
    ),
  }));
}
