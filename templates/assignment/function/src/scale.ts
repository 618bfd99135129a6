import { NotImplemented, type Vector } from './types';

/** Every entry times a factor, in a new array. */
export function scale(values: Vector, factor: number): Vector {
  throw new NotImplemented('scale');
}
