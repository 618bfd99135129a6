import { type Calculation, calculation, type Step, type Walk, walk } from '../../../grader/kit.ts';
import type { Chain } from '../../../reference/nets/chain.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

/** Chains of one, two and three neurons, of numbers that no two factors share. */
const chains: readonly Chain[] = [
  { weights: [0.7], biases: [0.2] },
  { weights: [0.7, -1.3], biases: [0.2, 0.4] },
  { weights: [0.7, -1.3, 1.7], biases: [0.2, 0.4, -0.3] },
];
const input = 0.6;
/** The likelier first. */
const targets = [1, 0.25];

/** φ′(z), written by a where the activation is the sigmoid. */
const slope = ({ names, activation }: Model, z: number, a: number): Calculation =>
  names.activation === 'sigmoid' ? calculation`${a} · (1 − ${a})` : calculation`${activation.derivative(z)}`;

/** φ′(z_i)·w_i, neuron by neuron. */
function factorSteps(model: Model, [chain, x]: [Chain, number], factors: Vector): Step[] {
  const { preactivations, activations } = model.chain.forward(chain, x);
  const { derivative, symbol } = model.activation;
  return factors.map((_, at) => {
    const i = at + 1;
    const [z, a, w] = [preactivations[i]!, activations[i]!, chain.weights[i]!];
    return {
      stage: `i = ${i}`,
      name: `∂a${i}/∂a${at}`,
      calculation: calculation`${slope(model, z, a)} · ${w}`,
      path: [at],
      factors: {
        [`1 / ${symbol}′(z_i)`]: 1 / derivative(z),
        '1 / w_i': 1 / w,
        'w_(i−1) / w_i': chain.weights[at]! / w,
        [`${symbol}′(z_(i−1)) / ${symbol}′(z_i)`]: derivative(preactivations[at]!) / derivative(z),
        [`${symbol}′(a_i) / ${symbol}′(z_i)`]: derivative(a) / derivative(z),
        '−1': -1,
        '0': 0,
      },
    };
  });
}

/** The product: of all that is multiplied, what may have been left out. */
function gradientSteps(model: Model, [chain, x, t]: [Chain, number, number]): Step[] {
  const { preactivations, activations } = model.chain.forward(chain, x);
  const { derivative, symbol } = model.activation;
  const factors = model.chain.factors(chain, x);
  const [output] = model.loss.gradient([t], [activations.at(-1)!]) as [number];
  const first = derivative(preactivations[0]!);
  const product = factors.flatMap((factor): Calculation => [' · ', factor]);
  return [
    {
      stage: '∂L/∂w0',
      name: '∂L/∂w0',
      calculation: [output, ...product, ' · ', ...slope(model, preactivations[0]!, activations[0]!), ' · ', x],
      path: [],
      factors: {
        [`1 / ${symbol}′(z_0)`]: 1 / first,
        '1 / x': 1 / x,
        '1 / (∂L/∂a_N)': 1 / output,
        ...(factors.length > 0 && { '1 / (∂a_N/∂a_(N−1))': 1 / factors.at(-1)!, '1 / (∂a_1/∂a_0)': 1 / factors[0]! }),
        w_0: chain.weights[0]!,
        '−1': -1,
        '0': 0,
      },
    },
  ];
}

/** How the chain's factors and its gradient are computed by hand. */
export const chainWalks = (
  { chainFactors, chainGradient }: Pick<BackpropagationTasks, 'chainFactors' | 'chainGradient'>,
  model: Model,
): readonly Walk[] => [
  walk(chainFactors, {
    examples: chains.map((chain): [Chain, number] => [chain, input]),
    steps: (args, factors) => factorSteps(model, args, factors),
  }),
  walk(chainGradient, {
    examples: targets.flatMap((t) => chains.map((chain): [Chain, number, number] => [chain, input, t])),
    steps: (args) => gradientSteps(model, args),
  }),
];
