import { NotImplemented } from './types';

/**
 * The derivative of the sigmoid once more, but from its output: the argument is the activation a = σ(z), not z.
 *
 * @param a in [0, 1]
 */
export function sigmoidDerivativeFromOutput(a: number): number {
  throw new NotImplemented('sigmoidDerivativeFromOutput');
}

/**
 * The derivative of tanh from its output: the argument is the activation a = tanh z, not z.
 *
 * @param a in [−1, 1]
 */
export function tanhDerivativeFromOutput(a: number): number {
  throw new NotImplemented('tanhDerivativeFromOutput');
}
