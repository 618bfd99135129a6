export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  const e = Math.exp(-z);
  const denominator = 1 + e;
  return e / denominator;
}
