export function tanh(z: number): number {
  if (z < 0) return -tanh(-z);
  const e = Math.exp(-2 * z);
  return (1 - e) / (1 + e);
}

export function tanhDerivative(z: number): number {
  return 1 - z * z;
}
