export const relu = (z: number) => (z + Math.abs(z)) / 2;

export const reluDerivative = (z: number) => Number(z >= 0);
