import { binaryCrossEntropyGradient } from './loss';
import { sigmoid, sigmoidDerivative } from './sigmoid';
import type { ForwardPass, Layer, Vector } from './types';

export function forward(layers: Layer[], input: Vector): ForwardPass {
  const preactivations: Vector[] = [];
  const activations: Vector[] = [input];
  let a = input;
  for (const { weights, biases } of layers) {
    const z = weights.map((row, j) => row.reduce((sum, w, i) => sum + w * a[i], 0) + biases[j]);
    a = z.map((value) => sigmoid(value));
    preactivations.push(z);
    activations.push(a);
  }
  return { preactivations, activations };
}

export function backward(layers: Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  const gradients: Layer[] = new Array(layers.length);
  let delta = binaryCrossEntropyGradient(targets, pass.activations[layers.length]).map(
    (g, j) => g * sigmoidDerivative(pass.preactivations[layers.length - 1][j]),
  );
  for (let l = layers.length - 1; l >= 0; l--) {
    const a = pass.activations[l];
    console.log('layer', l, 'delta', delta);
    gradients[l] = { weights: delta.map((d) => a.map((x) => d * x)), biases: delta };
    delta = a.map((_, i) => delta.reduce((sum, d, j) => sum + d * layers[l].weights[j][i], 0));
  }
  return gradients;
}

export function gradientDescentStep(layers: Layer[], gradients: Layer[], learningRate: number): Layer[] {
  return layers.map((layer, l) => ({
    weights: layer.weights.map((row, j) => row.map((w, i) => w - learningRate * gradients[l].weights[j][i] ** 2)),
    biases: layer.biases.map((b, j) => b - learningRate * gradients[l].biases[j]),
  }));
}
