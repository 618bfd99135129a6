import type { ForwardPass, Layer, Vector } from './types';

export function forward(layers: Layer[], input: Vector): ForwardPass {
  console.log('forward', layers.length, 'layers', input);
  const pass: ForwardPass = { preactivations: [], activations: [input.slice()] };
  for (let l = 0; l < layers.length; l++) {
    const z: number[] = [];
    const a: number[] = [];
    for (let j = 0; j < layers[l].biases.length; j++) {
      let sum = layers[l].biases[j];
      for (let i = 0; i < pass.activations[l].length; i++) sum += layers[l].weights[j][i] * pass.activations[l][i];
      z.push(sum);
      a.push(1 / (1 + Math.exp(-sum)));
    }
    pass.preactivations.push(z);
    pass.activations.push(a);
  }
  return pass;
}

export function backward(layers: Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  const L = layers.length;
  const a = pass.activations;
  const delta: number[][] = [];
  // sigmoid and cross-entropy together: everything but y - t cancels
  delta[L - 1] = a[L].map((y, j) => (y - targets[j]));
  for (let l = L - 2; l >= 0; l--) {
    delta[l] = [];
    for (let i = 0; i < a[l + 1].length; i++) {
      let back = 0;
      for (let j = 0; j < delta[l + 1].length; j++) back += layers[l + 1].weights[j][i] * delta[l + 1][j];
      delta[l][i] = back * a[l + 1][i] * (1 - a[l + 1][i]);
    }
    console.log('delta', l, delta[l]);
  }
  const result: Layer[] = [];
  for (let l = 0; l < L; l++) {
    const weights: number[][] = [];
    for (let j = 0; j < delta[l].length; j++) {
      weights[j] = [];
      for (let i = 0; i < a[l].length; i++) weights[j][i] = delta[l][j] * a[l][i];
    }
    result.push({ weights, biases: delta[l] });
  }
  return result;
}

export function gradientDescentStep(layers: Layer[], gradients: Layer[], learningRate: number): Layer[] {
  const updated = JSON.parse(JSON.stringify(layers)) as Layer[];
  updated.forEach((layer, l) => {
    layer.biases.forEach((_, j) => {
      layer.biases[j] -= learningRate * gradients[l].biases[j];
      layer.weights[j].forEach((_w, i) => {
        layer.weights[j][i] -= learningRate * gradients[l].weights[j][i];
      });
    });
  });
  return updated;
}
