import type { Layer } from './types.ts';

/** (f(x + h) − f(x − h)) / 2h */
const central = (f: (x: number) => number, x: number, h: number): number => (f(x + h) - f(x - h)) / (2 * h);

const stepAt = (x: number): number => 1e-3 * Math.max(1, Math.abs(x));

/**
 * f′(x) by central differences with one Richardson extrapolation, of fourth order in the step:
 * (4·D(h/2) − D(h)) / 3, D(h) = (f(x + h) − f(x − h)) / 2h.
 *
 * With h = 1e-3·max(1, |x|) the truncation is about h⁴ = 1e-12 and the rounding about 1e-16/h = 1e-13, both times the
 * size of f and its fifth derivative.
 */
export const derivative = (f: (x: number) => number, x: number): number => extrapolated(f, x, stepAt(x));

const extrapolated = (f: (x: number) => number, x: number, h: number): number =>
  (4 * central(f, x, h / 2) - central(f, x, h)) / 3;

/** A slope that was measured, and how far it may be from the true one. */
export interface Measured {
  readonly slope: number;
  readonly error: number;
}

/**
 * f′(x) as above, with its error as two more halvings of the step show it. Where f is smooth, the error is about its
 * first difference, and where f″ jumps within reach of the step, at most twice the larger of the two; hence the factor
 * 4. To this comes what an error of f itself makes of it, (4/3 · 2 + 1/3) / h times that.
 *
 * @param noise how far f may be off by rounding
 */
export function measured(f: (x: number) => number, x: number, noise = 0): Measured {
  const h = stepAt(x);
  const differences = [1, 2, 4, 8].map((divisor) => central(f, x, h / divisor));
  const [first = 0, second = 0, third = 0] = [0, 1, 2].map((i) => (4 * differences[i + 1]! - differences[i]!) / 3);
  const truncation = 4 * Math.max(Math.abs(first - second), Math.abs(second - third));
  return { slope: first, error: truncation + (3 * noise) / h };
}

type Differentiate = (f: (x: number) => number, x: number) => number;

/** The gradient of f at a point, one coordinate after the other. */
export const gradient = (
  f: (point: readonly number[]) => number,
  point: readonly number[],
  differentiate: Differentiate = derivative,
): number[] => point.map((x, i) => differentiate((value) => f(point.with(i, value)), x));

/** The gradient of f at the weights and biases of a net, shaped as the net. */
export function layerGradients(
  f: (layers: readonly Layer[]) => number,
  layers: readonly Layer[],
  differentiate: Differentiate = derivative,
): Layer[] {
  const at = (l: number, changed: Layer): number => f(layers.with(l, changed));
  return layers.map((layer, l) => ({
    weights: layer.weights.map((row, j) =>
      row.map((w, i) =>
        differentiate((value) => at(l, { ...layer, weights: layer.weights.with(j, row.with(i, value)) }), w),
      ),
    ),
    biases: layer.biases.map((b, j) =>
      differentiate((value) => at(l, { ...layer, biases: layer.biases.with(j, value) }), b),
    ),
  }));
}
