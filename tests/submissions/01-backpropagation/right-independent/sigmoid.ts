/** through tanh: it never overflows */
export function sigmoid(z: number): number {
  if (z < -30) return Math.exp(z); // tanh is exactly −1 there
  if (z < 0) {
    const e = Math.exp(z);
    return e / (1 + e);
  }
  return 0.5 * (1 + Math.tanh(z / 2));
}

export function sigmoidDerivative(z: number): number {
  const c = Math.cosh(z / 2);
  return 1 / (4 * c * c);
}
