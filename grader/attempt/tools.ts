import { derivative } from '../../reference/numerics/finite-differences.ts';
import { createRng, type RandomStream } from '../../reference/numerics/rng.ts';
import type { Layer } from '../../reference/numerics/types.ts';

/** What an expression may use besides the student's functions; the build makes text of it. Nothing here is a task. */

/** A generator of random numbers in the state that a seed gives it: the one that checks hand to initializers. */
export const rng = (seed: number): RandomStream => createRng(seed);

/** f′(x), as checks measure it: by central differences with one Richardson extrapolation. */
export const slope = (f: (x: number) => number, x: number): number => derivative(f, x);

/** A net of layers sizes[l] → sizes[l + 1] whose weights an initializer draws from the generator of a seed; biases 0. */
export function net(
  sizes: readonly number[],
  init: (fanIn: number, fanOut: number, rng: RandomStream) => number[][],
  seed: number,
): Layer[] {
  const stream = createRng(seed);
  return sizes.slice(1).map((fanOut, l) => ({
    weights: init(sizes[l] ?? 0, fanOut, stream),
    biases: Array.from({ length: fanOut }, () => 0),
  }));
}
