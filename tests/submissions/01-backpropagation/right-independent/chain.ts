import type { Chain, Vector } from './types';

function s(z: number) {
  return 1 / (1 + Math.exp(-z));
}

export function chainFactors(chain: Chain, input: number): Vector {
  const a: number[] = [s(chain.weights[0] * input + chain.biases[0])];
  const factors: number[] = [];
  for (let i = 1; i < chain.weights.length; ++i) {
    a[i] = s(chain.weights[i] * a[i - 1] + chain.biases[i]);
    factors[i - 1] = a[i] * (1 - a[i]) * chain.weights[i];
  }
  return factors;
}

export function chainGradient(chain: Chain, input: number, target: number): number {
  // forward
  const a: number[] = [input];
  for (let i = 0; i < chain.weights.length; ++i) a.push(s(chain.weights[i] * a[i] + chain.biases[i]));
  // backward: delta is dL/dz
  let delta = a[a.length - 1] - target;
  for (let i = chain.weights.length - 1; i >= 1; --i) {
    delta = delta * chain.weights[i] * a[i] * (1 - a[i]);
  }
  console.log({ a, delta });
  return delta * input;
}
