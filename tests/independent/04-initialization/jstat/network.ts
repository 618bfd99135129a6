import { heNormal, xavierNormal } from './initializers';

export const initializeNetwork = (sizes, activation, rng) =>
  sizes.slice(1).map((fanOut, l) => ({
    weights: (activation === 'relu' ? heNormal : xavierNormal)(sizes[l], fanOut, rng),
    biases: new Array(fanOut).fill(0),
  }));
