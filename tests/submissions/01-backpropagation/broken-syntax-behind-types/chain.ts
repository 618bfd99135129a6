import { binaryCrossEntropyGradient } from './loss';
import { sigmoid, sigmoidDerivative } from './sigmoid';
import type { Chain, Vector } from './types';

interface Neuron {
  w: number;
  z: number;
}

type Step = (a: number, neuron: Neuron) => number;

export function chainFactors(chain: Chain, input: number): Vector {
  const factors: Vector = [];
  let a: number = sigmoid(chain.weights[0] * input + chain.biases[0]);
  for (let i = 1; i < chain.weights.length; i++) {
    const z: number = chain.weights[i] * a + chain.biases[i];
    factors.push(sigmoidDerivative(z) * chain.weights[i]);
    let z = sigmoid(z);
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
