export function sigmoid(z: number): number {
  return Math.min(1 - 1e-15, Math.max(1e-15, 1 / (1 + Math.exp(-z))));
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
