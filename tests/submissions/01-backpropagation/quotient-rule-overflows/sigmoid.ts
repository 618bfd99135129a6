export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  const e = Math.exp(-z);
  return e / ((1 + e) * (1 + e));
}
