export function sigmoidDerivativeFromOutput(a: number): number {
  return a * (1 - a);
}

export function tanhDerivativeFromOutput(a: number): number {
  return 1 - a * a;
}
