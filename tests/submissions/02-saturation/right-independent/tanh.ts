export const tanh = (z: number): number => 2 / (1 + Math.exp(-2 * z)) - 1;

export const tanhDerivative = (z: number): number => Math.cosh(z) ** -2;
