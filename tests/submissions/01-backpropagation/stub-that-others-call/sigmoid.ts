import { NotImplemented } from './types';

export function sigmoid(z: number): number {
  throw new NotImplemented('sigmoid');
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}
