import * as fc from 'fast-check';
import { globalNorm, type Norm } from '../../reference/clipping.ts';
import type { Layer, Vector } from '../../reference/types.ts';

/** Numbers with few digits, so that a counterexample can be checked by hand: k/10^digits with |value| ≤ limit. */
export function decimal(limit: number, digits = 1): fc.Arbitrary<number> {
  const scale = 10 ** digits;
  const bound = Math.round(limit * scale);
  return fc.integer({ min: -bound, max: bound }).map((k) => k / scale);
}

/** k/10 from `min` to `max`. */
export const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(min * 10), max: Math.round(max * 10) }).map((k) => k / 10);

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

const maxWidth = 4;
const poolSize = 41;

/** Reads numbers one after the other out of what was drawn, from the start again at the end. */
export function reader(pool: readonly number[]): () => number {
  let at = 0;
  return () => pool[at++ % pool.length]!;
}

/**
 * One to three layers, of unequal widths as a rule, with weights and biases of either sign, |value| ≤ 3.
 *
 * Sizes and entries are drawn side by side and not one from the other: each then shrinks by itself.
 */
export const layersOf: fc.Arbitrary<Layer[]> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: maxWidth }), { minLength: 2, maxLength: 4 }),
    pool: fc.array(decimal(3), { minLength: poolSize, maxLength: poolSize }),
  })
  .map(({ sizes, pool }) => {
    const next = reader(pool);
    return sizes.slice(1).map((fanOut, l) => ({
      weights: Array.from({ length: fanOut }, () => Array.from({ length: sizes[l]! }, next)),
      biases: Array.from({ length: fanOut }, next),
    }));
  });
