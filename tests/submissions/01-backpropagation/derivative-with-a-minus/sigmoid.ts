export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  // (1 + e^-z)^-1  ->  -(1 + e^-z)^-2 * e^-z
  const e = Math.exp(-z);
  return -1 * Math.pow(1 + e, -2) * e;
}
