import { lossAndGradients } from './gradients';
import type { Activation, Layer, Matrix, Rng, StepOptions, TrainingData, TrainingSettings } from './types';

/** f(weight or bias of a, the same of b) everywhere; biases by a function of their own */
const combine = (a: Layer[], b: Layer[], f: (x: number, y: number) => number, g = f): Layer[] =>
  a.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => row.map((w, i) => f(w, b[l].weights[j][i]))),
    biases: biases.map((x, j) => g(x, b[l].biases[j])),
  }));

export function trainStep(
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
  { learningRate, maxNorm, l2 = 0 }: StepOptions,
): Layer[] {
  let { gradients } = lossAndGradients(layers, activation, inputs, labels);
  gradients = combine(
    gradients,
    layers,
    (g, w) => g + l2 * w,
    (g) => g,
  );
  if (maxNorm !== undefined) {
    let sum = 0;
    for (const { weights, biases } of gradients) {
      for (const row of [...weights, biases]) for (const g of row) sum += g * g;
    }
    const norm = Math.sqrt(sum);
    if (norm > maxNorm) gradients = combine(gradients, gradients, (g) => (g * maxNorm) / norm);
  }
  return combine(layers, gradients, (x, g) => x - learningRate * g);
}

function initialLayer(fanIn: number, fanOut: number, activation: 'tanh' | 'relu', rng: Rng): Layer {
  const variance = activation === 'relu' ? 2 / fanIn : 2 / (fanIn + fanOut);
  const weights = [];
  for (let j = 0; j < fanOut; j++) {
    const row = [];
    for (let i = 0; i < fanIn; i++) row.push(Math.sqrt(variance) * rng.normal());
    weights.push(row);
  }
  return { weights, biases: new Array(fanOut).fill(0) };
}

function shuffled(n: number, rng: Rng): number[] {
  const order = [...Array(n).keys()];
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng.uniform() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

export function train({ inputs, labels }: TrainingData, settings: TrainingSettings, rng: Rng): Layer[] {
  const { hiddenSizes, classes, activation, epochs, batchSize } = settings;
  const sizes = [inputs[0].length, ...hiddenSizes, classes];
  const layers = hiddenSizes.concat(classes).map((size, l) => initialLayer(sizes[l], size, activation, rng));
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(inputs.length, rng);
    for (let i = 0; i < order.length; i += batchSize) {
      const batch = order.slice(i, i + batchSize);
      trainStep(
        layers,
        activation,
        batch.map((n) => inputs[n]),
        batch.map((n) => labels[n]),
        settings,
      );
    }
  }
  return layers;
}
