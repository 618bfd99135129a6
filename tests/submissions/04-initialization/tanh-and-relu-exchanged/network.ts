import { heNormal, xavierUniform } from './initializers';
import type { Layer, Rng } from './types';

export function initializeNetwork(sizes: number[], activation: 'tanh' | 'relu', rng: Rng): Layer[] {
  const layers: Layer[] = [];
  for (let l = 1; l < sizes.length; l++) {
    const fanIn = sizes[l - 1];
    const fanOut = sizes[l];
    const weights = activation === 'relu' ? xavierUniform(fanIn, fanOut, rng) : heNormal(fanIn, fanOut, rng);
    layers.push({ weights, biases: new Array(fanOut).fill(0) });
  }
  return layers;
}
