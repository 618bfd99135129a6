import { type Activation, type Layer, type LayerStatistics, type Matrix, NotImplemented } from './types';

/**
 * What Glorot & Bengio plot layer by layer: mean and standard deviation of the activations of each hidden layer, over
 * all of its units and all examples together. The standard deviation is the population's, √((1/n) Σ (a − mean)²).
 *
 * @param layers the hidden layers and, last, the linear one, which gets no entry in the answer
 * @param inputs one row per example
 */
export function layerStatistics(layers: Layer[], activation: Activation, inputs: Matrix): LayerStatistics[] {
  throw new NotImplemented('layerStatistics');
}
