import type { Initializer } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import type { Matrix } from '../../reference/types.ts';

type Draw = Parameters<Initializer>[2];
type OfFans = (fanIn: number, fanOut: number) => number;

/** fanOut × fanIn weights, each drawn for itself. */
export const weightsBy =
  (draw: (rng: Draw, fanIn: number, fanOut: number) => number): Initializer =>
  (fanIn, fanOut, rng) =>
    Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => draw(rng, fanIn, fanOut)));

/** U[−limit, limit] */
export const uniformWithin = (limit: OfFans): Initializer =>
  weightsBy((rng, fanIn, fanOut) => limit(fanIn, fanOut) * (2 * rng.uniform() - 1));

/** N(0, std²) */
export const normalOf = (std: OfFans): Initializer =>
  weightsBy((rng, fanIn, fanOut) => std(fanIn, fanOut) * rng.normal());

/** Drawn again until it is within two standard deviations: the variance that is left is 0.774 of the normal's. */
export function truncatedNormal(rng: Draw): number {
  for (;;) {
    const z = rng.normal();
    if (Math.abs(z) <= 2) return z;
  }
}

/** What has to be made of two standard deviations to have the variance of the whole normal, as in Keras. */
export const truncatedStd = 0.87962566103423978;

/** Box & Muller's method as it is often written: the logarithm of a number that may be 0. */
export const boxMullerAtZero = (rng: Draw): number => {
  const radius = Math.sqrt(-2 * Math.log(rng.uniform()));
  return radius * Math.cos(2 * Math.PI * rng.uniform());
};

const transposed = (matrix: Matrix): Matrix => matrix[0]!.map((_, i) => matrix.map((row) => row[i]!));

/** What goes wrong with any initializer, however right its numbers are. The ids begin with the name of the task. */
export const wrongWays = (name: string, right: Initializer): { readonly [id: string]: Initializer } => ({
  [`${name}-shape-swapped`]: (fanIn, fanOut, rng) => transposed(right(fanIn, fanOut, rng)),
  [`${name}-same-number`]: (fanIn, fanOut, rng) => {
    const [[w]] = right(fanIn, fanOut, rng) as [[number]];
    return Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => w));
  },
  [`${name}-rows-alike`]: (fanIn, fanOut, rng) => {
    const [row] = right(fanIn, fanOut, rng) as [number[]];
    return Array.from({ length: fanOut }, () => [...row]);
  },
  [`${name}-one-number-a-row`]: (fanIn, fanOut, rng) =>
    right(fanIn, fanOut, rng).map(([w]) => Array.from({ length: fanIn }, () => w!)),
  [`${name}-zero`]: (fanIn, fanOut) => Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => 0)),
  [`${name}-own-generator`]: (fanIn, fanOut) => right(fanIn, fanOut, createRng(1)),
});
