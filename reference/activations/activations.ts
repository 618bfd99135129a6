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

/** tanh z = (e^z − e^−z) / (e^z + e^−z). */
export const tanh = (z: number): number => Math.tanh(z);

/** d tanh/dz = 1 − tanh² z. */
export const tanhDerivative = (z: number): number => 1 - Math.tanh(z) ** 2;

/** max(0, z) */
export const relu = (z: number): number => Math.max(0, z);

/** z for z ≥ 0, leak·z below (Maas, Hannun & Ng 2013). */
export const leakyRelu = (leak: number, z: number): number => Math.max(0, z) + leak * Math.min(0, z);

/** 1 for z > 0, else leak; any value between the two is a subgradient at 0. */
export const leakyReluDerivative = (leak: number, z: number): number => (z > 0 ? 1 : leak);

/** 1 for z > 0, else 0. At the kink itself, z = 0, any value in [0, 1] is a subgradient; 0 is the usual choice. */
export const reluDerivative = (z: number): number => (z > 0 ? 1 : 0);
