export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  const h = 1e-4;
  return (sigmoid(z + h) - sigmoid(z)) / h;
}
