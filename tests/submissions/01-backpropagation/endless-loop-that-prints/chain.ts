import { binaryCrossEntropyGradient } from './loss';
import { sigmoid, sigmoidDerivative } from './sigmoid';
import type { Chain, Vector } from './types';

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
  let i = 0;
  while (i < chain.weights.length) {
    a = sigmoid(chain.weights[i] * a + chain.biases[i]);
    console.log('neuron', i);
  }
  const [lossGradient] = binaryCrossEntropyGradient([target], [a]);
  const product = chainFactors(chain, input).reduce((p, factor) => p * factor, 1);
  return lossGradient * product * sigmoidDerivative(chain.weights[0] * input + chain.biases[0]) * input;
}
