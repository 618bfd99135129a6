import type { Point } from '../../../grader/kit.ts';
import type { Chain } from '../../../reference/nets/chain.ts';

/** Below this a picture has no room. */
const smallest = 1e-60;

/** A chain of so many factors, all weights equal. */
export const chainOf = (weight: number, depth: number): Chain => ({
  weights: Array.from({ length: depth + 1 }, () => weight),
  biases: Array.from({ length: depth + 1 }, () => 0),
});

/** The product of the first N factors, for N = 1, 2, …; none where it is too small to be drawn. */
export function productsOf(factors: readonly number[]): Point[] {
  let product = 1;
  return factors.flatMap((factor, i): Point[] => {
    product *= Math.abs(factor);
    return product >= smallest ? [[i + 1, product]] : [];
  });
}
