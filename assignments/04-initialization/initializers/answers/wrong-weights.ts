import type { WeightFamily } from '../../../../reference/gains/unit-input.ts';
import { matrixBy, transpose } from '../../../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../../../reference/numerics/rng.ts';
import { drawWeights, type Initializer } from '../../../../reference/weights/initializers.ts';
import { estimated } from '../fingerprint.ts';

export type Draw = Parameters<Initializer>[2];
export type OfFans = (fanIn: number, fanOut: number) => number;

/** How independent weights about 0 are distributed: all that a fingerprint sees of them. */
export interface Spread {
  readonly family: WeightFamily;
  readonly variance: OfFans;
}

/** A wrong initializer, and how its weights are spread where they are independent and of a known family. */
export interface Wrong {
  readonly draw: Initializer;
  readonly spread?: Spread;
}

/** By id, less the name of the scheme. */
export type Wrongs = { readonly [id: string]: Wrong };

type Unit = (rng: Draw) => number;

/** fanOut × fanIn weights, each drawn for itself. */
const weightsBy =
  (weightOf: (rng: Draw, fanIn: number, fanOut: number) => () => number): Initializer =>
  (fanIn, fanOut, rng) =>
    matrixBy(fanOut, fanIn, weightOf(rng, fanIn, fanOut));

/** c·x for each weight: c depends on the fans, x is drawn. */
export const scaledBy = (factor: OfFans, unit: Unit): Wrong => ({
  draw: weightsBy((rng, ...fans) => {
    const c = factor(...fans);
    return () => c * unit(rng);
  }),
});

/** c + x */
export const addedTo = (term: OfFans, unit: Unit): Wrong => ({
  draw: weightsBy((rng, ...fans) => {
    const c = term(...fans);
    return () => c + unit(rng);
  }),
});

/** U[0, 1) and U[−1, 1) */
export const fromOneSide: Unit = (rng) => rng.uniform();
export const fromBothSides: Unit = (rng) => 2 * rng.uniform() - 1;

/** Independent, of mean 0 and a known family. */
const spreadBy = (family: WeightFamily, std: OfFans): Wrong => ({
  draw: (fanIn, fanOut, rng) => drawWeights(family, std(fanIn, fanOut), fanIn, fanOut, rng),
  spread: { family, variance: (...fans) => std(...fans) ** 2 },
});

/** U[−limit, limit] */
export const uniformWithin = (limit: OfFans): Wrong => spreadBy('uniform', (...fans) => limit(...fans) / Math.sqrt(3));

/** N(0, std²) */
export const normalOf = (std: OfFans): Wrong => spreadBy('normal', std);

/** A normal cut off at two standard deviations, which has the standard deviation `std` when that has been done. */
export const truncatedOf = (std: OfFans): Wrong => spreadBy('truncated', std);

/** The sum of twelve uniform numbers has the variance 1, and hardly another kurtosis. */
export const twelveUniforms: Unit = (rng) => {
  let sum = -6;
  for (let drawn = 0; drawn < 12; drawn++) sum += rng.uniform();
  return sum;
};

/** Box & Muller's method as it is often written: the logarithm of a number that may be 0. */
export const boxMullerAtZero: Unit = (rng) => {
  const radius = Math.sqrt(-2 * Math.log(rng.uniform()));
  return radius * Math.cos(2 * Math.PI * rng.uniform());
};

/** What goes wrong with any initializer, however right its numbers are. */
export function wrongWays(right: Initializer): Wrongs {
  const ways: { readonly [id: string]: Initializer } = {
    'shape-swapped': (fanIn, fanOut, rng) => transpose(right(fanIn, fanOut, rng)),
    'same-number': (fanIn, fanOut, rng) => {
      const [[w]] = right(fanIn, fanOut, rng) as [[number]];
      return matrixBy(fanOut, fanIn, () => w);
    },
    'rows-alike': (fanIn, fanOut, rng) => {
      const [row] = right(fanIn, fanOut, rng) as [number[]];
      return Array.from({ length: fanOut }, () => [...row]);
    },
    'one-number-a-row': (fanIn, fanOut, rng) => right(fanIn, fanOut, rng).map(([w]) => new Array(fanIn).fill(w!)),
    zero: (fanIn, fanOut) => matrixBy(fanOut, fanIn, () => 0),
    'own-generator': (fanIn, fanOut) => right(fanIn, fanOut, createRng(1)),
  };
  return Object.fromEntries(Object.entries(ways).map(([id, draw]) => [id, { draw }]));
}

/** Layers of many inputs and of many outputs: what is the same for both of these is the same. */
const shapes: readonly (readonly [fanIn: number, fanOut: number])[] = [
  [240, 80],
  [80, 240],
];

/** How far two spreads are apart: |ln| of the ratio of variances, where it is larger; Infinity for two families. */
export const distance = (one: Spread, other: Spread): number =>
  one.family === other.family
    ? Math.max(...shapes.map((fans) => Math.abs(Math.log(one.variance(...fans) / other.variance(...fans)))))
    : Number.POSITIVE_INFINITY;

/**
 * Within this a variance cannot be told from the right one by its law, at one seed or another: its bound, 7.4 % for a normal
 * and less for the others, and six standard deviations of an estimate from 18,000 weights.
 */
const resolution = 0.14;

/**
 * The wrong initializers that are wrong under the parameters at hand, and say something that no other of them says: those
 * that are as good as right are left out, and those that come to the same as an earlier one.
 */
export function offered(right: Spread, wrongs: Wrongs): Wrongs {
  const kept: [id: string, wrong: Wrong][] = [];
  for (const [id, wrong] of Object.entries(wrongs)) {
    const { spread } = wrong;
    const isRight = spread !== undefined && distance(spread, right) < resolution;
    const isRepeated = spread && kept.some(([, other]) => other.spread && distance(spread, other.spread) < 1e-9);
    if (!isRight && !isRepeated) kept.push([id, wrong]);
  }
  return Object.fromEntries(kept);
}

/** Pairs of different mistakes whose fingerprints are the same. The draws are the same, so that chance plays no part. */
export const alikeAmong = (wrongs: Wrongs): readonly (readonly [string, string])[] => {
  const all = Object.entries(wrongs);
  return all.flatMap(([id, { spread }], i) =>
    all
      .slice(i + 1)
      .filter(([, other]) => spread && other.spread && distance(spread, other.spread) <= estimated.absolute)
      .map(([other]): [string, string] => [id, other]),
  );
};
