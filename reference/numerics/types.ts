export type Vector = number[];
/** Rows of equal length. */
export type Matrix = number[][];
/** A matrix to be read, whatever its rows are kept in. */
export type Rows = readonly ArrayLike<number>[];

/** z = W·a + b; weights fanOut × fanIn, biases fanOut. */
export type Layer = {
  weights: Matrix;
  biases: Vector;
};

/** L preactivations; L + 1 activations, the first of which is the input. */
export type ForwardPass = {
  preactivations: Vector[];
  activations: Vector[];
};
