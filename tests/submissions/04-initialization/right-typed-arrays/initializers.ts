import { draw, Family } from './gaussian.js';
import type { Matrix, Rng } from './types.js';

type Initializer = (fanIn: number, fanOut: number, rng: Rng) => Matrix;

const scaled =
  (family: Family, variance: (fanIn: number, fanOut: number) => number): Initializer =>
  (fanIn, fanOut, rng) =>
    draw(fanOut, fanIn, variance(fanIn, fanOut), family, rng);

export const standardUniform = scaled(Family.Uniform, (n) => 1 / (3 * n));
export const xavierUniform = scaled(Family.Uniform, (n, m) => 2 / (n + m));
export const xavierNormal = scaled(Family.Normal, (n, m) => 2 / (n + m));
export const heNormal = scaled(Family.Normal, (n) => 2 / n);
export const heUniform = scaled(Family.Uniform, (n) => 2 / n);
