import * as fc from 'fast-check';

/** Numbers with few digits, so that a counterexample can be checked by hand: k/10^digits with |value| ≤ limit. */
export function decimal(limit: number, digits = 1): fc.Arbitrary<number> {
  const scale = 10 ** digits;
  const bound = Math.round(limit * scale);
  return fc.integer({ min: -bound, max: bound }).map((k) => k / scale);
}

/** k/10 from `min` to `max`. */
export const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(min * 10), max: Math.round(max * 10) }).map((k) => k / 10);

/** Reads numbers one after the other out of what was drawn, from the start again at the end. */
export function reader(pool: readonly number[]): () => number {
  let at = 0;
  return () => pool[at++ % pool.length]!;
}
