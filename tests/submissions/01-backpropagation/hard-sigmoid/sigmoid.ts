export function sigmoid(z: number): number {
  return Math.max(0, Math.min(1, 0.2 * z + 0.5));
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
