// Types for this assignment. You need not change this file.

export type Vector = number[];

/** Rows of equal length. */
export type Matrix = number[][];

/** z = W·a + b: `weights` is fanOut × fanIn, `biases` has fanOut entries. */
export interface Layer {
  weights: Matrix;
  biases: Vector;
}

/** For L layers: L preactivations and L + 1 activations, the first of which, `activations[0]`, is the input. */
export interface ForwardPass {
  preactivations: Vector[];
  activations: Vector[];
}

/** One neuron a layer: a_i = σ(w_i · a_{i−1} + b_i), and a_0 = σ(w_0 · x + b_0). */
export interface Chain {
  weights: Vector;
  biases: Vector;
}

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}
