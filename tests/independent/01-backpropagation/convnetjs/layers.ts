import { FullyConnLayer, SigmoidLayer, Vol } from 'convnetjs';

const shape = (depth) => ({ in_sx: 1, in_sy: 1, in_depth: depth });

export const sigmoidLayer = (units) => new SigmoidLayer(shape(units));

export function denseLayer({ weights, biases }) {
  const dense = new FullyConnLayer({ ...shape(weights[0].length), num_neurons: biases.length });
  for (const [j, row] of weights.entries()) dense.filters[j].w.set(row);
  dense.biases.w.set(biases);
  return dense;
}

export function volume(values) {
  const vol = new Vol(1, 1, values.length, 0);
  vol.w.set(values);
  return vol;
}
