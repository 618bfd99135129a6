import { addVectors, times } from './matrices';
import type { Activation, Layer, Vector } from './types';

export const functions: Record<Activation, (z: number) => number> = {
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: (z) => Math.tanh(z),
  relu: (z) => Math.max(0, z),
};

export const derivatives: Record<Activation, (z: number) => number> = {
  sigmoid: (z) => functions.sigmoid(z) * (1 - functions.sigmoid(z)),
  tanh: (z) => 1 - Math.tanh(z) ** 2,
  relu: (z) => (z > 0 ? 1 : 0),
};

export function forward(layers: Layer[], activation: Activation, input: Vector) {
  const preactivations: Vector[] = [];
  const activations: Vector[] = [input];
  layers.forEach(({ weights, biases }, l) => {
    const z = addVectors(times(weights, activations[l]), biases);
    preactivations.push(z);
    activations.push(l === layers.length - 1 ? z : z.map(functions[activation]));
  });
  return { preactivations, activations };
}
