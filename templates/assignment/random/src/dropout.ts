import { NotImplemented, type Rng, type Vector } from './types';

/** A mask that switches units off, and makes the others larger in return. */
export function dropoutMask(size: number, keep: number, rng: Rng): Vector {
  throw new NotImplemented('dropoutMask');
}
