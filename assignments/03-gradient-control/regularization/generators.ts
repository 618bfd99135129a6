import * as fc from 'fast-check';
import type { Layer } from '../../../reference/numerics/types.ts';
import { decimal, reader } from '../numbers.ts';

const maxWidth = 4;
const poolSize = 41;

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
