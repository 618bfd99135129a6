export function relu(z: number): number {
  return Math.max(0, z);
}

export function reluDerivative(z: number): number {
  return z > 0 ? z : 0;
}
