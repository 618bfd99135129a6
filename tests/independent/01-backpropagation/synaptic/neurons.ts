import { Neuron } from 'synaptic';

/** The neurons of each layer, the input's first, after a pass. */
export function neuronsAfterPass(layers, input) {
  const neurons = [input.map(() => new Neuron())];
  for (const { weights, biases } of layers) {
    const before = neurons.at(-1);
    neurons.push(
      biases.map((bias, j) => {
        const neuron = new Neuron();
        neuron.bias = bias;
        for (const [i, from] of before.entries()) from.project(neuron, weights[j][i]);
        return neuron;
      }),
    );
  }
  for (const [i, value] of input.entries()) neurons[0][i].activate(value);
  for (const layer of neurons.slice(1)) for (const neuron of layer) neuron.activate();
  return neurons;
}

/** Gradients of the summed loss, as the library takes it, over the number of outputs. */
export function gradientsOf(layers, input, targets, rate) {
  const neurons = neuronsAfterPass(layers, input);
  const isOutput = (layer) => layer === neurons.at(-1);
  for (const layer of neurons.slice(1).toReversed()) {
    for (const [j, neuron] of layer.entries()) neuron.propagate(rate, isOutput(layer) ? targets[j] : undefined);
  }
  const over = (value) => -value / targets.length;
  return neurons.slice(1).map((layer) => ({
    weights: layer.map(({ connections, error, trace }) =>
      Object.values(connections.inputs).map(({ ID }) => over(error.projected * trace.elegibility[ID])),
    ),
    biases: layer.map(({ error }) => over(error.responsibility)),
  }));
}
