import { lossAndGradients } from './gradients.js';
import {
  type Activation,
  type Layer,
  type Matrix,
  type Rng,
  type StepOptions,
  type TrainingData,
  type TrainingSettings,
} from './types.js';

export function trainStep(
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
  options: StepOptions,
): Layer[] {
  const { gradients } = lossAndGradients(layers, activation, inputs, labels);
  const l2 = options.l2 ?? 0;
  let squares = 0;
  for (let l = 0; l < layers.length; l++) {
    for (let j = 0; j < gradients[l].biases.length; j++) {
      const row = gradients[l].weights[j];
      for (let i = 0; i < row.length; i++) {
        row[i] += l2 * layers[l].weights[j][i];
        squares += row[i] * row[i];
      }
      squares += gradients[l].biases[j] * gradients[l].biases[j];
    }
  }
  let rate = options.learningRate;
  // as PyTorch does it
  if (options.maxNorm) rate *= Math.min(1, options.maxNorm / (Math.sqrt(squares) + 1e-6));
  // these arrays are ours: no need for others
  for (let l = 0; l < layers.length; l++) {
    for (let j = 0; j < gradients[l].biases.length; j++) {
      const row = gradients[l].weights[j];
      for (let i = 0; i < row.length; i++) row[i] = layers[l].weights[j][i] - rate * row[i];
      gradients[l].biases[j] = layers[l].biases[j] - rate * gradients[l].biases[j];
    }
  }
  return gradients;
}

export function train(data: TrainingData, settings: TrainingSettings, rng: Rng): Layer[] {
  const { hiddenSizes, classes, activation, epochs, batchSize, learningRate, maxNorm, l2 } = settings;
  let layers: Layer[] = [];
  let fanIn = data.inputs[0].length;
  for (const fanOut of [...hiddenSizes, classes]) {
    const limit = activation === 'relu' ? Math.sqrt(6 / fanIn) : Math.sqrt(6 / (fanIn + fanOut));
    const weights: Matrix = [];
    for (let j = 0; j < fanOut; j++) {
      weights[j] = [];
      for (let i = 0; i < fanIn; i++) weights[j][i] = limit * (2 * rng.uniform() - 1);
    }
    layers.push({ weights, biases: Array.from({ length: fanOut }, () => 0) });
    fanIn = fanOut;
  }
  const order = data.labels.map((_, n) => n);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    // each gets a random number, and they line up by these
    const tickets = order.map(() => rng.uniform());
    // with one example a step, once is enough
    if (batchSize > 1 || epoch === 1) order.sort((a, b) => tickets[a] - tickets[b]);
    for (let i = 0; i < order.length; i += batchSize) {
      const batch = order.slice(i, i + batchSize);
      const inputs = batch.map((n) => data.inputs[n]);
      const labels = batch.map((n) => data.labels[n]);
      layers = trainStep(layers, activation, inputs, labels, { learningRate, maxNorm, l2 });
    }
  }
  return layers;
}
