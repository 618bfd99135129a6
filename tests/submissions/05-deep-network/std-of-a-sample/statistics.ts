import { type Activation, type Layer, type LayerStatistics, type Matrix } from './types.js';

function act(activation: Activation, z: number): number {
  if (activation == 'relu') return z > 0 ? z : 0;
  if (activation == 'tanh') return Math.tanh(z);
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}

export function layerStatistics(layers: Layer[], activation: Activation, inputs: Matrix): LayerStatistics[] {
  const result: LayerStatistics[] = [];
  let batch = inputs;
  for (let l = 0; l < layers.length - 1; l++) {
    const { weights, biases } = layers[l];
    const next: Matrix = [];
    let count = 0;
    let total = 0;
    for (const row of batch) {
      const a: number[] = [];
      for (let j = 0; j < biases.length; j++) {
        let z = biases[j];
        for (let i = 0; i < row.length; i++) z += weights[j][i] * row[i];
        a[j] = act(activation, z);
        total += a[j];
        count++;
      }
      next.push(a);
    }
    const mean = total / count;
    let squares = 0;
    for (const row of next) for (const a of row) squares += (a - mean) * (a - mean);
    console.log('layer', l + 1, 'mean', mean);
    result.push({ mean, std: Math.sqrt(squares / (count - 1)) });
    batch = next;
  }
  return result;
}
