import * as fc from 'fast-check';
import { globalNorm, type Norm } from '../../../reference/nets/clipping.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { decimal } from '../numbers.ts';

/** Entries of a gradient; in tenths, so that a norm is 0 or at least 0.1, as the contract says. */
const entries = fc.array(decimal(3), { minLength: 1, maxLength: 4 });

/** As a rule a few entries; now and then a gradient that has exploded. */
const vectors: fc.Arbitrary<Vector> = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: entries },
  { weight: 1, arbitrary: entries.map((values) => values.map((value) => 1000 * value)) },
);

const zeros: fc.Arbitrary<Vector> = fc.integer({ min: 1, max: 4 }).map((length) => Array.from({ length }, () => 0));

/** With one entry that is not 0. */
const notAllZero = (values: Vector): Vector => (values.some((value) => value !== 0) ? values : values.with(0, 0.5));

/** A gradient as a task takes it, and its entries in reading order. */
export interface GradientKind<Gradient> {
  readonly any: fc.Arbitrary<Gradient>;
  readonly zero: fc.Arbitrary<Gradient>;
  /** Gradients whose norm is a whole number, whichever norm it is, exactly and however it is computed. */
  readonly whole: readonly Gradient[];
  readonly asList: (gradient: Gradient) => Vector[];
}

export const oneVector: GradientKind<Vector> = {
  any: vectors.map(notAllZero),
  zero: zeros,
  whole: [[3, -4], [5], [-2, 3, 6], [0, -5, 12], [-1, -1, 1, 1]],
  asList: (gradient) => [gradient],
};

/** Vectors of different lengths, some of them all zeros, but not all of them. */
export const manyVectors: GradientKind<Vector[]> = {
  any: fc
    .array(fc.oneof({ weight: 4, arbitrary: vectors }, { weight: 1, arbitrary: zeros }), { minLength: 1, maxLength: 4 })
    .map((list) => (list.flat().some((value) => value !== 0) ? list : list.with(0, notAllZero(list[0]!)))),
  zero: fc.array(zeros, { minLength: 1, maxLength: 3 }),
  whole: [
    [[3], [-4]],
    [[0, 0], [-5]],
    [[-2, 3], [6]],
    [[0, -5], [0], [12]],
  ],
  asList: (gradients) => gradients,
};

type Clipped<Gradient> = fc.Arbitrary<[gradient: Gradient, maxNorm: number]>;

/** Gradients of a kind by where their norm lies. */
export function byNorm<Gradient>({ any, whole, asList }: GradientKind<Gradient>, norm: Norm) {
  const normOf = (gradient: Gradient): number => globalNorm(asList(gradient), norm);
  /** A maxNorm above the norm, by little or by much: 0.1 at most, up to 3. */
  const inside: Clipped<Gradient> = fc
    .tuple(any, fc.integer({ min: 1, max: 30 }))
    .map(([gradient, tenthsAbove]) => [gradient, (Math.floor(10 * normOf(gradient)) + tenthsAbove) / 10]);
  /** A maxNorm below the norm: nine tenths of it down to a twentieth, at least 0.1. */
  const outside: Clipped<Gradient> = fc
    .tuple(any, fc.constantFrom(0.9, 0.7, 0.5, 0.3, 0.1, 0.05))
    .map(([gradient, share]) => {
      const maxNorm = Math.floor(10 * share * normOf(gradient)) / 10;
      return [gradient, Math.max(0.1, maxNorm)] satisfies [Gradient, number];
    })
    // A norm of 0.1 has nothing below it.
    .filter(([gradient, maxNorm]) => maxNorm < normOf(gradient));
  const atTheLimit: Clipped<Gradient> = fc.constantFrom(...whole).map((gradient) => [gradient, normOf(gradient)]);
  return { inside, outside, atTheLimit };
}
