import { FullyConnLayer, SoftmaxLayer, Vol } from 'convnetjs';
import { lossOf, squashing } from './parts';

const shape = (depth) => ({ in_sx: 1, in_sy: 1, in_depth: depth });

export function netOf(layers, activation) {
  const dense = layers.map(({ weights, biases }) => {
    const layer = new FullyConnLayer({ ...shape(weights[0].length), num_neurons: biases.length });
    for (const [j, row] of weights.entries()) layer.filters[j].w.set(row);
    layer.biases.w.set(biases);
    return layer;
  });
  const squash = dense.slice(1).map(({ num_inputs }) => new squashing[activation](shape(num_inputs)));
  const softmax = new SoftmaxLayer(shape(dense.at(-1).out_depth));
  const all = dense.flatMap((layer, l) => (l < squash.length ? [layer, squash[l]] : [layer, softmax]));
  return {
    dense,
    squash,
    softmax,
    forward: (input) => all.reduce((vol, layer) => layer.forward(vol), new Vol(input)),
    backward(label) {
      const loss = lossOf(softmax, label);
      for (const layer of all.slice(0, -1).toReversed()) layer.backward();
      return loss;
    },
  };
}
