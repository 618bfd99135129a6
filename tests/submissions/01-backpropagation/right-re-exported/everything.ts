import type { Chain, ForwardPass, Layer, Vector } from './types';

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * (1 - s);
}


export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    sum += targets[i] * Math.log(predictions[i]) + (1 - targets[i]) * Math.log(1 - predictions[i]);
  }
  return -sum / targets.length;
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const n = targets.length;
  return predictions.map((y, i) => -(targets[i] / y - (1 - targets[i]) / (1 - y)) / n);
}


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


export function chainFactors(chain: Chain, input: number): Vector {
  const factors: Vector = [];
  let a = sigmoid(chain.weights[0] * input + chain.biases[0]);
  for (let i = 1; i < chain.weights.length; i++) {
    const z = chain.weights[i] * a + chain.biases[i];
    factors.push(sigmoidDerivative(z) * chain.weights[i]);
    a = sigmoid(z);
  }
  return factors;
}

export function chainGradient(chain: Chain, input: number, target: number): number {
  let a = input;
  for (let i = 0; i < chain.weights.length; i++) a = sigmoid(chain.weights[i] * a + chain.biases[i]);
  const [lossGradient] = binaryCrossEntropyGradient([target], [a]);
  const product = chainFactors(chain, input).reduce((p, factor) => p * factor, 1);
  return lossGradient * product * sigmoidDerivative(chain.weights[0] * input + chain.biases[0]) * input;
}
