export const sigmoidDerivativeFromOutput = (a: number): number => 0.25 - (a - 0.5) ** 2;

export const tanhDerivativeFromOutput = (a: number): number => (1 + a) * (1 - a);
