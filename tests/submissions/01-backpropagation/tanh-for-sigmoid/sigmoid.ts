export function sigmoid(z: number): number {
  return Math.tanh(z);
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
