import { binaryCrossEntropyGradient } from './loss.js';
import { sigmoid, sigmoidDerivative } from './sigmoid.js';
import type { Chain, Vector } from './types.js';

interface Neuron {
  readonly w: number;
  readonly z: number;
  readonly a: number;
}

function* run(chain: Chain, input: number): Generator<Neuron, void, undefined> {
  let a = input;
  for (const [i, w] of chain.weights.entries()) {
    const z = w * a + chain.biases[i];
    a = sigmoid(z);
    yield { w, z, a };
  }
}

export function chainFactors(chain: Chain, input: number): Vector {
  const [, ...rest] = run(chain, input);
  return Float64Array.from(rest, ({ w, z }) => sigmoidDerivative(z) * w) as unknown as Vector;
}

export function chainGradient(chain: Chain, input: number, target: number): number {
  const neurons = [...run(chain, input)];
  let gradient = binaryCrossEntropyGradient([target], [neurons[neurons.length - 1].a])[0];
  // from the output back to neuron 1
  while (neurons.length > 1) {
    const { w, z } = neurons.pop()!;
    gradient *= sigmoidDerivative(z) * w;
  }
  return gradient * sigmoidDerivative(neurons[0].z) * input;
}
