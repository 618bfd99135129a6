// Types for this assignment. You need not change this file.

export type Vector = number[];

/** Rows of equal length. */
export type Matrix = number[][];

/** z = W·a + b: `weights` is fanOut × fanIn, `biases` has fanOut entries. */
export interface Layer {
  weights: Matrix;
  biases: Vector;
}

/** Mean and variance of a random variable. */
export interface Moments {
  mean: number;
  variance: number;
}

/** A random number generator. Each call returns the next number; Math.random is not available. */
export interface Rng {
  /** From U[0, 1): 0 may occur, 1 does not. */
  uniform(): number;
  /** From N(0, 1). */
  normal(): number;
}

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}
