import { type Activation, type Layer, type LossAndGradients, type Matrix } from './types.js';

function act(activation: Activation, z: number): number {
  switch (activation) {
    case 'relu':
      return z > 0 ? z : 0;
    case 'tanh':
      return Math.tanh(z);
    case 'sigmoid':
      return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
  }
}

// from the activation, which is at hand anyway
function slope(activation: Activation, a: number): number {
  if (activation === 'relu') return a > 0 ? 1 : 0;
  return activation === 'tanh' ? 1 - a * a : a * (1 - a);
}

export function lossAndGradients(
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
): LossAndGradients {
  const L = layers.length;
  const gradients: Layer[] = layers.map((layer) => ({
    weights: layer.weights.map((row) => row.map(() => 0)),
    biases: layer.biases.map(() => 0),
  }));
  let loss = 0;
  for (let n = 0; n < inputs.length; n++) {
    const a = [inputs[n]];
    for (let l = 0; l < L; l++) {
      const { weights, biases } = layers[l];
      const out: number[] = [];
      for (let j = 0; j < biases.length; j++) {
        let z = biases[j];
        const w = weights[j];
        for (let i = 0; i < w.length; i++) z += w[i] * a[l][i];
        out.push(l === L - 1 ? z : act(activation, z));
      }
      a.push(out);
    }

    const logits = a[L];
    let max = logits[0];
    for (const z of logits) if (z > max) max = z;
    let sum = 0;
    for (const z of logits) sum += Math.exp(z - max);
    const logSum = max + Math.log(sum);
    loss += (logSum - logits[labels[n]]) / inputs.length;

    let delta = logits.map((z, k) => (Math.exp(z - logSum) - (k === labels[n] ? 1 : 0)) / inputs.length);
    for (let l = L - 1; l >= 0; l--) {
      const g = gradients[l];
      const below = new Array(a[l].length).fill(0);
      for (let j = 0; j < delta.length; j++) {
        g.biases[j] += delta[j];
        for (let i = 0; i < below.length; i++) {
          g.weights[j][i] += delta[j] * a[l][i];
          below[i] += (layers[l].weights[i]?.[j] ?? 0) * delta[j];
        }
      }
      delta = below.map((d, i) => d * slope(activation, a[l][i]));
    }
  }
  return { loss, gradients };
}
