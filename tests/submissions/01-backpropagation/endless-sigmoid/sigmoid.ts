export function sigmoid(z: number): number {
  // e^-z = 1 - z + z^2/2! - z^3/3! + ...
  let exponential = 1;
  let term = 1;
  const k = 1;
  while (term !== 0) {
    term *= -Math.sign(z || 1) / k;
    exponential += term;
  }
  return 1 / (1 + exponential);
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
