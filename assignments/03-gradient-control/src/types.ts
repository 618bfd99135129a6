// Types for this assignment. You need not change this file.

export type Vector = number[];

/** Rows of equal length. */
export type Matrix = number[][];

/** z = W·a + b: `weights` is fanOut × fanIn, `biases` has fanOut entries. */
export interface Layer {
  weights: Matrix;
  biases: Vector;
}

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}
