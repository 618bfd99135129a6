import { NotImplemented } from './types';

/**
 * The hyperbolic tangent, tanh z = (e^z − e^−z) / (e^z + e^−z).
 *
 * Must be finite for every finite z: for z = 10000 it returns 1, not NaN.
 */
export function tanh(z: number): number {
  throw new NotImplemented('tanh');
}

/** The derivative d tanh/dz at the preactivation z: 1 − tanh² z. */
export function tanhDerivative(z: number): number {
  throw new NotImplemented('tanhDerivative');
}
