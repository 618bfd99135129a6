import NeuralNetwork from 'brain.js/dist/neural-network';
import { drawingFrom } from 'without-random';

export const fresh = (sizes, rng) =>
  drawingFrom(rng, () => {
    const net = new NeuralNetwork();
    net.sizes = sizes;
    net.initialize();
    return net.weights.slice(1).map((weights, l) => ({ weights, biases: net.biases[l + 1] }));
  });
