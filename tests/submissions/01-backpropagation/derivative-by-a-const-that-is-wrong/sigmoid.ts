const logistic = (z: number): number => 1 / (2 + Math.exp(-z));

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  const s = logistic(z);
  return s * (1 - s);
}
