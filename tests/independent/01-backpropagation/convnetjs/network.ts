import { Trainer } from 'convnetjs';
import { denseLayer, sigmoidLayer, volume } from './layers';

export function forward(layers, input) {
  const preactivations = [];
  const activations = [volume(input)];
  for (const layer of layers) {
    const z = denseLayer(layer).forward(activations.at(-1));
    preactivations.push(z);
    activations.push(sigmoidLayer(layer.biases.length).forward(z));
  }
  return { preactivations: preactivations.map(({ w }) => w), activations: activations.map(({ w }) => w) };
}

export function backward(layers, { preactivations, activations }, targets) {
  const a = activations.map(volume);
  const z = preactivations.map(volume);
  const output = a.at(-1);
  for (const [i, t] of targets.entries()) {
    output.dw[i] = (output.w[i] - t) / (output.w[i] * (1 - output.w[i])) / targets.length;
  }
  const gradients = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const squash = sigmoidLayer(layers[l].biases.length);
    const dense = denseLayer(layers[l]);
    squash.in_act = z[l];
    squash.out_act = a[l + 1];
    squash.backward();
    dense.in_act = a[l];
    dense.out_act = z[l];
    dense.backward();
    gradients.unshift({ weights: dense.filters.map(({ dw }) => [...dw]), biases: [...dense.biases.dw] });
  }
  return gradients;
}

/** The trainer asks a net for nothing but its parameters and their gradients. */
export function gradientDescentStep(layers, gradients, learningRate) {
  const stepped = structuredCopy(layers);
  const parameters = stepped.flatMap((layer, l) => [
    ...layer.weights.map((params, j) => ({ params, grads: [...gradients[l].weights[j]] })),
    { params: layer.biases, grads: [...gradients[l].biases] },
  ]);
  const net = { forward() {}, backward: () => 0, getParamsAndGrads: () => parameters };
  new Trainer(net, { learning_rate: learningRate, momentum: 0 }).train();
  return stepped;
}

const structuredCopy = (layers) =>
  layers.map(({ weights, biases }) => ({ weights: weights.map((row) => [...row]), biases: [...biases] }));
