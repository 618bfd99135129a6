export function sigmoid(z: number): number {
  // avoid overflow
  if (z > 12) z = 12;
  if (z < -12) z = -12;
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
