import { NotImplemented, type Rng, type Vector } from './types';

/** A mask that switches each unit off with the probability `drop`, and makes the others larger in return. */
export function dropoutMask(size: number, drop: number, rng: Rng): Vector {
  throw new NotImplemented('dropoutMask');
}
