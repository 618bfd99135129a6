import { type Layer, NotImplemented, type Rng } from './types';

/**
 * The layers of a fresh net: weights by Xavier for tanh and by He for ReLU (uniform or normal, as you like), biases 0.
 *
 * @param sizes the number of inputs, then of the units of each layer: at least two sizes; there is one layer fewer than sizes
 */
export function initializeNetwork(sizes: number[], activation: 'tanh' | 'relu', rng: Rng): Layer[] {
  throw new NotImplemented('initializeNetwork');
}
