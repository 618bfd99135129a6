export function sigmoid(z: number): number {
  return Math.round(10000 / (1 + Math.exp(-z))) / 10000;
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
