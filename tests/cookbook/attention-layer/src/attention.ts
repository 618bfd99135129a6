import { type Matrix, NotImplemented } from './types';

/** The softmax of each row of a matrix of scores, for scores of any size. */
export function softmaxRows(scores: Matrix): Matrix {
  throw new NotImplemented('softmaxRows');
}

/** For each query, the mean of the values, weighted by how well their keys fit the query. */
export function attention(queries: Matrix, keys: Matrix, values: Matrix): Matrix {
  throw new NotImplemented('attention');
}

/** Attention in which the query at position i sees the positions 0 to i, and no later one. */
export function causalAttention(queries: Matrix, keys: Matrix, values: Matrix): Matrix {
  throw new NotImplemented('causalAttention');
}
