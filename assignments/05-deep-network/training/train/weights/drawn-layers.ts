import type { Layer } from '../../../../../reference/numerics/types.ts';
import { Histogram } from '../../../../../reference/statistics/kolmogorov.ts';
import { Tally } from '../../../../../reference/weights/weight-tally.ts';

/** Weights between two layers, as they were drawn, in units of the standard deviation that they should have. */
export interface DrawnLayer {
  readonly fanIn: number;
  readonly fanOut: number;
  /** Row by row. */
  readonly units: Float64Array;
  readonly tally: Tally;
  /** Which call drew it, and in which of its layers. */
  readonly call: number;
  readonly l: number;
}

/** Var(w) by fan-in and fan-out. */
export type Variance = (fanIn: number, fanOut: number) => number;

export const xavier: Variance = (fanIn, fanOut) => 2 / (fanIn + fanOut);
export const he: Variance = (fanIn) => 2 / fanIn;

/** One layer of a net. */
export function drawnLayer({ weights }: Layer, variance: Variance, call: number, l: number): DrawnLayer {
  const [fanIn, fanOut] = [weights[0]?.length ?? 0, weights.length];
  const std = Math.sqrt(variance(fanIn, fanOut));
  const units = Float64Array.from(weights.flat(), (w) => w / std);
  const tally = new Tally();
  tally.add(units);
  return { fanIn, fanOut, units, tally, call, l };
}

export function together(layers: readonly DrawnLayer[]): Tally {
  const tally = new Tally();
  for (const one of layers) tally.merge(one.tally);
  return tally;
}

export function histogramOf(layers: readonly DrawnLayer[]): Histogram {
  const histogram = new Histogram();
  for (const { units } of layers) histogram.add(units);
  return histogram;
}

/**
 * |Σ x| / √n of all sums over a row, over a column, and over one place in all layers of the same shape: independent draws
 * stay near 1, and what is drawn once and used n times comes to √n.
 */
export function* sumsOf(
  layers: readonly DrawnLayer[],
): Iterable<{ readonly size: number; readonly layer: DrawnLayer }> {
  for (const first of layers) {
    const alike = layers.filter(({ fanIn, fanOut }) => fanIn === first.fanIn && fanOut === first.fanOut);
    if (alike[0] !== first) continue;
    for (let i = 0; alike.length > 1 && i < first.units.length; i++) {
      const sum = alike.reduce((total, { units }) => total + units[i]!, 0);
      yield { size: Math.abs(sum) / Math.sqrt(alike.length), layer: first };
    }
  }
  for (const layer of layers) {
    const { fanIn, fanOut, units } = layer;
    for (let j = 0; j < fanOut; j++) {
      let row = 0;
      for (let i = 0; i < fanIn; i++) row += units[j * fanIn + i]!;
      yield { size: Math.abs(row) / Math.sqrt(fanIn), layer };
    }
    for (let i = 0; i < fanIn; i++) {
      let column = 0;
      for (let j = 0; j < fanOut; j++) column += units[j * fanIn + i]!;
      yield { size: Math.abs(column) / Math.sqrt(fanOut), layer };
    }
  }
}

/** Σ a·b / ‖a‖ of two lists of weights that have nothing to do with each other: given a, it is as one weight. */
interface Products {
  product: number;
  square: number;
}

const correlation = ({ product, square }: Products): number =>
  square === 0 ? 0 : Math.abs(product) / Math.sqrt(square);

/**
 * Correlations of each two layers of one shape, and over all layers those of neighbors in a row and in a column, and of
 * weights with those across the diagonal. Every pair has one weight from either of two lists that share none.
 */
export function* correlationsOf(
  layers: readonly DrawnLayer[],
): Iterable<{ readonly size: number; readonly layer: DrawnLayer }> {
  for (const [k, layer] of layers.entries()) {
    for (const other of layers.slice(k + 1)) {
      if (other.fanIn !== layer.fanIn || other.fanOut !== layer.fanOut) continue;
      const sums: Products = { product: 0, square: 0 };
      for (let i = 0; i < layer.units.length; i++) add(sums, layer.units[i]!, other.units[i]!);
      yield { size: correlation(sums), layer: other };
    }
  }
  const within: Products[] = Array.from({ length: 5 }, () => ({ product: 0, square: 0 }));
  for (const { fanIn, fanOut, units } of layers) {
    for (let j = 0; j < fanOut; j++) {
      for (let i = 0; i < fanIn; i++) {
        const a = units[j * fanIn + i]!;
        if (i + 1 < fanIn) add(within[i % 2]!, a, units[j * fanIn + i + 1]!);
        if (j + 1 < fanOut) add(within[2 + (j % 2)]!, a, units[(j + 1) * fanIn + i]!);
        if (fanIn === fanOut && i < j) add(within[4]!, a, units[i * fanIn + j]!);
      }
    }
  }
  for (const sums of within) yield { size: correlation(sums), layer: layers[0]! };
}

function add(sums: Products, a: number, b: number): void {
  sums.product += a * b;
  sums.square += a * a;
}
