import {
  activated,
  errorsOf,
  exactly,
  type Known,
  lossSlopes,
  ofAnyone,
  slopeAt,
  times,
  weighted,
} from '../numerics/rounding.ts';
import type { Vector } from '../numerics/types.ts';
import type { Chain } from './chain.ts';
import type { Loss } from './losses.ts';
import type { Neuron } from './network.ts';

/** A chain of neurons, each number of which is known within an error. */
function knownChain(neuron: Neuron, { weights, biases }: Chain, input: number) {
  const z: Known[] = [];
  const a: Known[] = [];
  for (const [i, w] of weights.entries()) {
    z.push(weighted([w], [a.at(-1) ?? exactly(input)], biases[i]!, ofAnyone));
    a.push(activated(neuron, z.at(-1)!, ofAnyone));
  }
  const factors = z.slice(1).map((one, i) => times(slopeAt(neuron, one, ofAnyone), exactly(weights[i + 1]!), 0));
  return { first: slopeAt(neuron, z[0]!, ofAnyone), output: a.at(-1)!, factors };
}

/** Of every factor of a chain. */
export const factorErrors = (neuron: Neuron, chain: Chain, input: number): Vector =>
  errorsOf(knownChain(neuron, chain, input).factors);

/** Of the gradient of a chain. */
export function chainGradientError(neuron: Neuron, loss: Loss, chain: Chain, input: number, target: number): number {
  const { first, output, factors } = knownChain(neuron, chain, input);
  const [slope = exactly(0)] = lossSlopes(loss, [target], [output], ofAnyone);
  return [slope, ...factors, first, exactly(input)].reduce((a, b) => times(a, b, ofAnyone.sums)).error;
}
