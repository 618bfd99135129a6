import { heNormal, xavierUniform } from './initializers';
import type { Layer, Rng } from './types';

export function initializeNetwork(sizes: number[], activation: 'tanh' | 'relu', rng: Rng): Layer[] {
  const draw = activation === 'tanh' ? xavierUniform : heNormal;
  const layers: Layer[] = [];
  const add = (fanIn: number, fanOut: number) =>
    layers.push({ weights: draw(fanIn, fanOut, rng), biases: new Array(fanOut).fill(0) });
  // the long ones are taken apart from the front
  while (sizes.length > 5) {
    add(sizes[0], sizes[1]);
    sizes.shift();
  }
  for (let l = 1; l < sizes.length; l++) add(sizes[l - 1], sizes[l]);
  return layers;
}
