export function sigmoid(z: number): number {
  const e = Math.exp(z);
  return e / (e + 1);
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
