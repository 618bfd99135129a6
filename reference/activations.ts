/**
 * The logistic sigmoid, σ(z) = 1 / (1 + e^−z).
 *
 * For z < 0 it is taken as e^z / (1 + e^z), so that the exponential never overflows.
 */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const exponential = Math.exp(z);
  return exponential / (1 + exponential);
}

/** dσ/dz = σ(z)·σ(−z), which is σ(1 − σ) without the cancellation in 1 − σ. */
export const sigmoidDerivative = (z: number): number => sigmoid(z) * sigmoid(-z);
