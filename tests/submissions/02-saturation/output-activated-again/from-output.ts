export function sigmoidDerivativeFromOutput(a: number): number {
  const s = 1 / (1 + Math.exp(-a));
  return s * (1 - s);
}

export function tanhDerivativeFromOutput(a: number): number {
  return 1 - a * a;
}
