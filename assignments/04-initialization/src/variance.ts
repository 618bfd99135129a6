import { type Moments, NotImplemented, type Vector } from './types';

/**
 * Var(w·x) of two independent random variables, whose means need not be 0.
 *
 * @param w mean and variance of w
 * @param x mean and variance of x
 */
export function productVariance(w: Moments, x: Moments): number {
  throw new NotImplemented('productVariance');
}

/**
 * Var(z) of z = Σ w_i·x_i over fanIn products; all w_i and x_i are independent and of mean 0.
 *
 * @param weightVariance Var(w_i)
 * @param inputVariance Var(x_i)
 */
export function layerVariance(fanIn: number, weightVariance: number, inputVariance: number): number {
  throw new NotImplemented('layerVariance');
}

/**
 * The variance after layer 1, 2 … depth of a linear net in which every layer has fanIn inputs and weights of the same
 * variance, and each layer's output is the next one's input.
 *
 * @returns `depth` numbers, the variance of the input itself not among them
 */
export function varianceByDepth(depth: number, fanIn: number, weightVariance: number, inputVariance: number): Vector {
  throw new NotImplemented('varianceByDepth');
}
