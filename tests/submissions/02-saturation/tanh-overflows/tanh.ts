export function tanh(z: number): number {
  return (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));
}

export function tanhDerivative(z: number): number {
  return 1 - tanh(z) ** 2;
}
