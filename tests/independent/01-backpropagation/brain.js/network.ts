import NeuralNetwork from 'brain.js/dist/neural-network';

function netOf(layers) {
  const net = new NeuralNetwork();
  net.sizes = [layers[0].weights[0].length, ...layers.map(({ biases }) => biases.length)];
  net.initialize();
  for (const [l, { weights, biases }] of layers.entries()) {
    net.weights[l + 1] = weights;
    net.biases[l + 1] = biases;
  }
  return net;
}

export function forward(layers, input) {
  const net = netOf(layers);
  net.runInput(input);
  const activations = net.outputs.map((values) => [...values]);
  const preactivations = layers.map(({ weights, biases }, l) =>
    biases.map((b, j) => weights[j].reduce((sum, w, i) => sum + w * activations[l][i], b)),
  );
  return { preactivations, activations };
}

/** What it would take from the weights at a rate of 1. */
export function backward(layers, { activations }, targets) {
  const net = netOf(layers);
  net.outputs = activations;
  net.calculateDeltas(targets);
  return layers.map((_, l) => ({
    weights: [...net.deltas[l + 1]].map((delta) => activations[l].map((a) => -delta * a)),
    biases: [...net.deltas[l + 1]].map((delta) => -delta),
  }));
}
