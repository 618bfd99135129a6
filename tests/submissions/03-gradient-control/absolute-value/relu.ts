export function relu(z: number): number {
  return Math.abs(z);
}

export function reluDerivative(z: number): number {
  return z > 0 ? 1 : 0;
}
