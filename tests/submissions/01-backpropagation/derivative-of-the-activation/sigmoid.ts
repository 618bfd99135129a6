export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  const a = sigmoid(z);
  return sigmoid(a) * (1 - sigmoid(a));
}
