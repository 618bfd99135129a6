import { gaussLegendre } from '../numerics/quadrature.ts';
import type { Vector } from '../numerics/types.ts';
import { truncatedDensity, truncatedLimit } from '../weights/truncated-normal.ts';

/**
 * How the input of a unit is distributed, given the signal: z = Σ u_i·w_i with independent weights of variance 1 and a
 * signal of length 1. With normal weights it is N(0, 1). With others it is nearly so, and what is missing depends on the
 * signal alone, which is known: the characteristic function of z is the product of those of u_i·w_i.
 */
export type WeightFamily = 'normal' | 'uniform' | 'truncated';

/** So many inputs has a unit, at most: then |z| ≤ √inputs · 2.28 stays below `reach`. */
export const mostInputs = 35;
export const reach = 13.5;

/** Frequencies k·step: a density that is 0 beyond ±reach = ±π/step is its Fourier series at these, exactly. */
export const step = Math.PI / reach;
const lastFrequency = 20;
export const frequencies = Array.from({ length: Math.ceil(lastFrequency / step) }, (_, k) => (k + 1) * step);

/** Below this a characteristic function counts as 0 from there on. */
const nothing = 1e-12;

/**
 * Whether a signal is spread over the units well enough: Σ u_i⁴ ≤ 1/4, as if it were on four or more. Then what lies beyond
 * the last frequency is below 1e-5.
 */
export const isSpread = (direction: Vector): boolean => direction.reduce((sum, u) => sum + u * u * (u * u), 0) <= 1 / 4;

/** E e^(itz) − e^(−t²/2) at each of the frequencies, as far as it is not 0. */
export function departureFromNormal(family: Exclude<WeightFamily, 'normal'>, direction: Vector): Float64Array {
  const few = characteristic(family, direction, fewFrequencies);
  const product = hasEnded(few) ? few : characteristic(family, direction, frequencies.length);
  for (let k = 0; k < product.length; k++) product[k]! -= normal[k]!;
  return product;
}

/** As far as a normal goes: e^(−t²/2) is 1e-22 there. Most signals are spread well, and go no further. */
const fewFrequencies = Math.ceil(10 / step);
const normal = frequencies.map((t) => Math.exp(-(t ** 2) / 2));

/** A product of many factors that is nothing at four frequencies in a row stays so: not each of them passes through 0. */
const hasEnded = (product: Float64Array): boolean => product.subarray(-4).every((value) => Math.abs(value) < nothing);

function characteristic(family: WeightFamily, direction: Vector, count: number): Float64Array {
  const product = new Float64Array(count).fill(1);
  for (const u of direction) {
    if (family === 'uniform') timesUniform(product, Math.sqrt(3) * Math.abs(u) * step);
    else timesTruncated(product, Math.abs(u) * step);
  }
  return product;
}

/** sin(kθ)/(kθ), the sine by rotation from one k to the next. */
function timesUniform(product: Float64Array, theta: number): void {
  if (theta === 0) return;
  const [sin, cos] = [Math.sin(theta), Math.cos(theta)];
  let [s, c] = [sin, cos];
  for (let k = 0; k < product.length; k++) {
    product[k]! *= s / ((k + 1) * theta);
    const next = s * cos + c * sin;
    c = c * cos - s * sin;
    s = next;
  }
}

const perUnit = 64;
let table: Float64Array | undefined;

/** E cos(tw) of a truncated normal w of variance 1, at t = −1/64, 0, 1/64, … */
function truncatedTable(): Float64Array {
  const { nodes, weights } = gaussLegendre(48);
  const places = nodes.map((x) => (truncatedLimit * (1 + x)) / 2);
  const masses = places.map((w, i) => weights[i]! * truncatedLimit * truncatedDensity(w));
  return Float64Array.from({ length: (lastFrequency + 1) * perUnit }, (_, k) =>
    places.reduce((sum, w, i) => sum + masses[i]! * Math.cos(((k - 1) / perUnit) * w), 0),
  );
}

/** By the cubic through the four nearest values of the table: right to 1e-9. */
function timesTruncated(product: Float64Array, theta: number): void {
  table ??= truncatedTable();
  for (let k = 0; k < product.length; k++) {
    const at = (k + 1) * theta * perUnit;
    const left = Math.floor(at);
    const x = at - left;
    const outer = (x * (x - 1) * ((x + 1) * table[left + 3]! - (x - 2) * table[left]!)) / 6;
    const inner = ((x + 1) * (x - 2) * ((x - 1) * table[left + 1]! - x * table[left + 2]!)) / 2;
    product[k]! *= outer + inner;
  }
}
