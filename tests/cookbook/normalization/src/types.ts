// Types for this assignment. You need not change this file.

export type Vector = number[];

/** A list of rows. */
export type Matrix = number[][];

/** What batchNormBackward gives; each gradient has the shape of what it belongs to. */
export interface Gradients {
  batch: Matrix;
  gamma: Vector;
  beta: Vector;
}

/** A generator of random numbers. */
export interface Rng {
  /** U[0, 1) */
  uniform(): number;
  /** N(0, 1) */
  normal(): number;
}

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}
