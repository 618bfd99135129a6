import { NotImplemented } from './types';

/**
 * The logistic sigmoid, σ(z) = 1 / (1 + e^−z).
 *
 * Must be finite for every finite z: for z = −10000 it returns 0, not NaN.
 */
export function sigmoid(z: number): number {
  throw new NotImplemented('sigmoid');
}

/** The derivative dσ/dz at the preactivation z (and not at the activation a = σ(z)). */
export function sigmoidDerivative(z: number): number {
  throw new NotImplemented('sigmoidDerivative');
}
