import type { RandomStream } from '../../reference/numerics/rng.ts';
import type { Layer, Matrix } from '../../reference/numerics/types.ts';

/** Initializers and nets that are right but for one thing, which nobody looked up in the laws. */

export type Initializer = (fanIn: number, fanOut: number, rng: RandomStream) => Matrix;
export type Net = (sizes: readonly number[], activation: string, rng: RandomStream) => Layer[];

export interface Departing {
  readonly name: string;
  readonly task: string;
  readonly answer: Initializer | Net;
}

export const by =
  (weight: (fanIn: number, fanOut: number, rng: RandomStream, j: number, i: number) => number): Initializer =>
  (fanIn, fanOut, rng) =>
    Array.from({ length: fanOut }, (_, j) => Array.from({ length: fanIn }, (_, i) => weight(fanIn, fanOut, rng, j, i)));

export const he = (fanIn: number): number => Math.sqrt(2 / fanIn);
export const normalBy = (std: (fanIn: number, fanOut: number) => number): Initializer =>
  by((fanIn, fanOut, rng) => std(fanIn, fanOut) * rng.normal());
export const unitBy = (unit: (rng: RandomStream, fanIn: number, fanOut: number) => number): Initializer =>
  by((fanIn, fanOut, rng) => he(fanIn) * unit(rng, fanIn, fanOut));
export const right = normalBy(he);
export const after =
  (change: (rows: Matrix, fanIn: number, fanOut: number, rng: RandomStream) => Matrix): Initializer =>
  (fanIn, fanOut, rng) =>
    change(right(fanIn, fanOut, rng), fanIn, fanOut, rng);
export const only =
  (where: (fanIn: number, fanOut: number) => boolean, wrong: Initializer): Initializer =>
  (fanIn, fanOut, rng) =>
    (where(fanIn, fanOut) ? wrong : right)(fanIn, fanOut, rng);

export const open = (rng: RandomStream): number => rng.uniform() + 2 ** -33;
export const logistic = (rng: RandomStream): number => {
  const u = open(rng);
  return (Math.log(u / (1 - u)) * Math.sqrt(3)) / Math.PI;
};
export const laplace = (rng: RandomStream): number =>
  (-Math.log(open(rng)) * (rng.uniform() < 0.5 ? -1 : 1)) / Math.SQRT2;
export const student =
  (nu: number) =>
  (rng: RandomStream): number => {
    let square = 0;
    for (let k = 0; k < nu; k++) square += rng.normal() ** 2;
    return (rng.normal() / Math.sqrt(square / nu)) * Math.sqrt((nu - 2) / nu);
  };
export const sumOf =
  (n: number) =>
  (rng: RandomStream): number => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += rng.uniform() - 0.5;
    return sum * Math.sqrt(12 / n);
  };
export const mixture =
  (share: number, wide: number) =>
  (rng: RandomStream): number => {
    const narrow = Math.sqrt((1 - share * wide ** 2) / (1 - share));
    return (rng.uniform() < share ? wide : narrow) * rng.normal();
  };
export const skewed =
  (shape: number) =>
  (rng: RandomStream): number => {
    let sum = 0;
    for (let k = 0; k < shape; k++) sum -= Math.log(open(rng));
    return (sum - shape) / Math.sqrt(shape);
  };
export const twice: Initializer = normalBy((fanIn) => Math.sqrt(4 / fanIn));
export const xavier: Initializer = normalBy((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut)));
export const uniform: Initializer = unitBy((rng) => Math.sqrt(3) * (2 * rng.uniform() - 1));
