import { heNormal, xavierUniform } from './initializers';
import type { Layer, Rng } from './types';

export function initializeNetwork(sizes: number[], activation: 'tanh' | 'relu', rng: Rng): Layer[] {
  const layers: Layer[] = [];
  for (let l = 1; l < sizes.length; l++) {
    const fanIn = sizes[l - 1];
    const fanOut = sizes[l];
    const weights = activation === 'tanh' ? xavierUniform(fanIn, fanOut, rng) : heNormal(fanIn, fanOut, rng);
    layers.push({ weights, biases: Array.from({ length: fanOut }, () => rng.normal()) });
  }
  return layers;
}
