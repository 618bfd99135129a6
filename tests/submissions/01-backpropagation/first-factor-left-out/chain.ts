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
  const { weights, biases } = chain;
  let a = input;
  for (let i = 0; i < weights.length; i++) a = sigmoid(weights[i] * a + biases[i]);
  const [lossGradient] = binaryCrossEntropyGradient([target], [a]);
  const slope = sigmoidDerivative(weights[0] * input + biases[0]);
  const factors = chainFactors(chain, input);
  let product = 1;
  for (let i = 1; i < factors.length; i++) product *= factors[i];
  return lossGradient * product * slope * input;
}
