export const sigmoid = (z: number): number => Math.exp(z) / (1 + Math.exp(z));

export const sigmoidDerivative = (z: number): number => sigmoid(z) * (1 - sigmoid(z));
