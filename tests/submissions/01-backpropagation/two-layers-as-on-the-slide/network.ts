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
  const [first, last] = [0, layers.length - 1];
  const y = pass.activations[last + 1];
  const dLdy = binaryCrossEntropyGradient(targets, y);
  const delta1 = dLdy.map((g, j) => g * sigmoidDerivative(pass.preactivations[last][j]));
  const delta0 = pass.preactivations[first].map((z, i) => {
    let sum = 0;
    for (let j = 0; j < delta1.length; j++) sum += layers[last].weights[j][i] * delta1[j];
    return sum * sigmoidDerivative(z);
  });
  return [
    { weights: delta0.map((d) => pass.activations[first].map((x) => d * x)), biases: delta0 },
    { weights: delta1.map((d) => pass.activations[last].map((h) => d * h)), biases: delta1 },
  ];
}

export function gradientDescentStep(layers: Layer[], gradients: Layer[], learningRate: number): Layer[] {
  return layers.map((layer, l) => ({
    weights: layer.weights.map((row, j) => row.map((w, i) => w - learningRate * gradients[l].weights[j][i])),
    biases: layer.biases.map((b, j) => b - learningRate * gradients[l].biases[j]),
  }));
}
