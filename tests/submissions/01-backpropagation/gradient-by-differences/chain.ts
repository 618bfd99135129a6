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
  const loss = (w0: number): number => {
    let a = sigmoid(w0 * input + chain.biases[0]);
    for (let i = 1; i < chain.weights.length; i++) a = sigmoid(chain.weights[i] * a + chain.biases[i]);
    return -(target * Math.log(a) + (1 - target) * Math.log(1 - a));
  };
  const h = 1e-5;
  return (loss(chain.weights[0] + h) - loss(chain.weights[0] - h)) / (2 * h);
}
