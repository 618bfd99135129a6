import { binaryCrossEntropyGradient } from './loss';
import { sigmoid, sigmoidDerivative } from './sigmoid';
import type { ForwardPass, Layer, Vector } from './types';

export function forward(layers: Layer[], input: Vector): ForwardPass {
  const preactivations: Vector[] = [];
  const activations: Vector[] = [input];
  let l = 0;
  while (l < layers.length) {
    const { weights, biases } = layers[l];
    const z = weights.map((row, j) => row.reduce((sum, w, i) => sum + w * activations[l][i], 0) + biases[j]);
    preactivations[l] = z;
    activations[l + 1] = z.map((value) => sigmoid(value));
  }
  return { preactivations, activations };
}

export function backward(layers: Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  const gradients: Layer[] = new Array(layers.length);
  const output = pass.activations[layers.length];
  let upstream = binaryCrossEntropyGradient(targets, output);
  for (let l = layers.length - 1; l >= 0; l--) {
    const delta = upstream.map((g, j) => g * sigmoidDerivative(pass.preactivations[l][j]));
    const a = pass.activations[l];
    gradients[l] = { weights: delta.map((d) => a.map((x) => d * x)), biases: delta };
    upstream = a.map((_, i) => delta.reduce((sum, d, j) => sum + d * layers[l].weights[j][i], 0));
  }
  return gradients;
}

export function gradientDescentStep(layers: Layer[], gradients: Layer[], learningRate: number): Layer[] {
  return layers.map((layer, l) => ({
    weights: layer.weights.map((row, j) => row.map((w, i) => w - learningRate * gradients[l].weights[j][i])),
    biases: layer.biases.map((b, j) => b - learningRate * gradients[l].biases[j]),
  }));
}
