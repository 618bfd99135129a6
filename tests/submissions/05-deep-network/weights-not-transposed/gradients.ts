import { addMatrices, addVectors, outer, times, transpose } from './matrices';
import { derivatives, forward } from './network';
import type { Activation, Layer, LossAndGradients, Matrix, Vector } from './types';

function softmax(logits: Vector): Vector {
  const m = Math.max(...logits);
  const exps = logits.map((z) => Math.exp(z - m));
  const sum = exps.reduce((a, b) => a + b);
  return exps.map((e) => e / sum);
}

function crossEntropy(logits: Vector, label: number): number {
  const m = Math.max(...logits);
  return m + Math.log(logits.reduce((sum, z) => sum + Math.exp(z - m), 0)) - logits[label];
}

function ofOneExample(layers: Layer[], activation: Activation, input: Vector, label: number): LossAndGradients {
  const { preactivations, activations } = forward(layers, activation, input);
  const logits = preactivations[layers.length - 1];
  const gradients: Layer[] = [];
  let delta = softmax(logits).map((p, k) => (k === label ? p - 1 : p));
  for (let l = layers.length - 1; l >= 0; l--) {
    gradients.unshift({ weights: outer(delta, activations[l]), biases: delta });
    if (l > 0) {
      const slopes = preactivations[l - 1].map(derivatives[activation]);
      delta = slopes.map((_, j) => (layers[l].weights[j] ?? []).reduce((sum, w, i) => sum + w * (delta[i] ?? 0), 0)).map((x, i) => x * slopes[i]);
    }
  }
  return { loss: crossEntropy(logits, label), gradients };
}

export function lossAndGradients(
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
): LossAndGradients {
  const all = inputs.map((input, n) => ofOneExample(layers, activation, input, labels[n]));
  const N = inputs.length;
  const sum = all.reduce((a, b) => ({
    loss: a.loss + b.loss,
    gradients: a.gradients.map((layer, l) => ({
      weights: addMatrices(layer.weights, b.gradients[l].weights),
      biases: addVectors(layer.biases, b.gradients[l].biases),
    })),
  }));
  return {
    loss: sum.loss / N,
    gradients: sum.gradients.map(({ weights, biases }) => ({
      weights: weights.map((row) => row.map((g) => g / N)),
      biases: biases.map((g) => g / N),
    })),
  };
}
