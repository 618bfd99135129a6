import { type AttentionGradients, type Matrix, NotImplemented } from './types';

/** The slopes of the loss in queries, keys and values, from its slopes in the output of attention. */
export function attentionGradient(
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  outputGradient: Matrix,
): AttentionGradients {
  throw new NotImplemented('attentionGradient');
}
