import { type Gates, NotImplemented, type Vector } from './types';

/** The state after one input: (1 − z)·n + z·h, entry by entry. */
export function gruStep(state: Vector, input: Vector, gates: Gates): Vector {
  throw new NotImplemented('gruStep');
}

/** The states after each of the inputs, without the one at the start. */
export function gruStates(start: Vector, inputs: Vector[], gates: Gates): Vector[] {
  throw new NotImplemented('gruStates');
}
