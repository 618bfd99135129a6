import { Layer } from 'ml-fnn/src/Layer';
import { Matrix } from 'ml-matrix';

function layerOf({ weights, biases }) {
  const layer = new Layer({ inputSize: weights[0].length, outputSize: biases.length, activation: 'logistic' });
  layer.W = new Matrix(weights).transpose();
  layer.b = Matrix.rowVector(biases);
  return layer;
}

export function forward(layers, input) {
  const preactivations = [];
  const activations = [Matrix.rowVector(input)];
  for (const layer of layers.map(layerOf)) {
    const a = activations.at(-1);
    preactivations.push(a.mmul(layer.W).addRowVector(layer.b));
    activations.push(layer.forward(a));
  }
  return { preactivations: preactivations.map((z) => z.getRow(0)), activations: activations.map((a) => a.getRow(0)) };
}

/** The delta of the output is the difference, as the library begins with it. */
export function backward(layers, { activations }, targets) {
  let delta = Matrix.rowVector(activations.at(-1).map((y, i) => (y - targets[i]) / targets.length));
  const gradients = [];
  for (const [l, given] of [...layers.entries()].reverse()) {
    const layer = layerOf(given);
    delta = layer.backpropagation(delta, Matrix.rowVector(activations[l]));
    gradients.unshift({ weights: layer.dW.transpose().to2DArray(), biases: layer.db.getRow(0) });
  }
  return gradients;
}
