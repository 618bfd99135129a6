// Types for this assignment. You need not change this file.

/** A list of rows, all of the same length: matrix[i][j] stands in row i and column j. */
export type Matrix = number[][];

/** The slopes of the loss: each matrix has the shape of the argument of that name. */
export type AttentionGradients = { queries: Matrix; keys: Matrix; values: Matrix };

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}
