export function sigmoid(z: number): number {
  return (1 / (1 + Math.exp(-z))).toFixed(12) as any;
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
