import { type Gradients, type Matrix, NotImplemented, type Vector } from './types';

/** Each column of the batch is standardized, scaled by gamma and shifted by beta. */
export function batchNormForward(batch: Matrix, gamma: Vector, beta: Vector, epsilon: number): Matrix {
  throw new NotImplemented('batchNormForward');
}

/** The slopes of the loss in batch, gamma and beta, from its slopes `outer` in the answer of batchNormForward. */
export function batchNormBackward(outer: Matrix, batch: Matrix, gamma: Vector, epsilon: number): Gradients {
  throw new NotImplemented('batchNormBackward');
}

/** Each row of the batch is standardized; gamma and beta still belong to columns. */
export function layerNormForward(batch: Matrix, gamma: Vector, beta: Vector, epsilon: number): Matrix {
  throw new NotImplemented('layerNormForward');
}
