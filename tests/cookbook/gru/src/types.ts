// Types for this assignment. You need not change this file.

export type Vector = number[];
export type Matrix = number[][];

/** What makes a gate of the input x and the state h: W·x + U·h + b. */
export interface Gate {
  input: Matrix;
  state: Matrix;
  biases: Vector;
}

export interface Gates {
  update: Gate;
  reset: Gate;
  candidate: Gate;
}

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}
