import { forward } from './network.ts';
import { sigmoidDerivative } from './sigmoid.ts';
import type { Chain, ForwardPass, Vector } from './types.ts';

// a chain is a net whose layers are all of width 1
const pass = ({ weights, biases }: Chain, input: number): ForwardPass =>
  forward(
    weights.map((w, i) => ({ weights: [[w]], biases: [biases[i]] })),
    [input],
  );

export const chainFactors = (chain: Chain, input: number): Vector =>
  pass(chain, input)
    .preactivations.flat()
    .map((z, i) => sigmoidDerivative(z) * chain.weights[i])
    .slice(1);

export const chainGradient = (chain: Chain, input: number, target: number): number =>
  [pass(chain, input)]
    .map(({ preactivations, activations }) => ({ z0: preactivations[0][0], y: activations.at(-1)![0] }))
    .map(
      ({ z0, y }) =>
        ((y - target) / (y * (1 - y))) * chainFactors(chain, input).reduce((p, f) => p * f, 1) * sigmoidDerivative(z0) * input,
    )[0];
