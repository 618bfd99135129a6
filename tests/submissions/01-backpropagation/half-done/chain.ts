import type { Chain, Vector } from './types';

export function chainFactors(chain: Chain, input: number): Vector {
  return chain.wieghts.map((w) => w * input);
}

export function chainGradient(chain: Chain, input: number, target: number): number {
  let product = 1;
  for (let i = 0; i < chain.weights.length; ) product *= chain.weights[i];
  return product;
}
