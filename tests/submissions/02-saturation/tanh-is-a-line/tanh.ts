export function tanh(z: number): number {
  return Math.max(-1, Math.min(1, z));
}

export function tanhDerivative(z: number): number {
  return 1 - tanh(z) ** 2;
}
