import { type Domain, domain, inputs, limited, seenAs, type TaskDomain, vector } from '../../../grader/kit.ts';
import type { Chain } from '../../../reference/nets/chain.ts';
import { chainGradientError, factorErrors } from '../../../reference/nets/chain-rounding.ts';
import type { Layer, Vector } from '../../../reference/numerics/types.ts';
import type { Model } from '../model.ts';
import { around, easeOf, inputNumbers, isBounded, tamed, targetNumbers } from '../ranges.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { nineDigits } from '../tolerances.ts';

type FactorArgs = [chain: Chain, input: number];
type GradientArgs = [chain: Chain, input: number, target: number];

/** What is smaller has left the range of numbers with all their digits on the way. */
const within = { ...nineDigits, absolute: 1e-290 };

export const layersOf = ({ weights, biases }: Chain): Layer[] =>
  weights.map((w, i) => ({ weights: [[w]], biases: [biases[i]!] }));

const chainOf = (net: readonly Layer[]): Chain => ({
  weights: net.flatMap(({ weights }) => weights.flat()),
  biases: net.flatMap(({ biases }) => biases),
});

/** One to sixty neurons, each with a weight and a bias. */
function chains(model: Model): Domain<Chain> {
  const ease = easeOf(model);
  const bias = around(1, 3);
  const drawn = inputs<[weights: Vector, biases: Vector]>(
    ['weights', 'biases'],
    [
      vector({ length: [1, 60], entries: around(3 * ease, 3 * ease) }),
      ([weights]) => vector({ length: weights.length, entries: bias }),
    ],
  );
  return seenAs(
    drawn,
    ([weights, biases]): Chain => ({ weights, biases }),
    ({ weights, biases }): [Vector, Vector] => [weights, biases],
  );
}

/** Whether no neuron of a chain of several can be too far out: its activation has ends, and its weights are small. */
const isNearChain = (model: Model, { weights }: Chain): boolean =>
  isBounded(model) && weights.length > 1 && model.names.activation === 'sigmoid';

export function chainDomains(t: BackpropagationTasks, model: Model): readonly TaskDomain[] {
  const { activation, loss } = model;
  const chain = chains(model);
  const input = inputNumbers(model);
  const settled = (given: Chain, x: number): Chain => {
    if (isNearChain(model, given)) return given;
    return chainOf(tamed(model, layersOf(given), [x], true));
  };
  const factors = limited(inputs<FactorArgs>(['chain', 'input'], [chain, input]), {
    settled: ([given, x]): FactorArgs => [settled(given, x), x],
  });
  const gradients = limited(inputs<GradientArgs>(['chain', 'input', 'target'], [chain, input, targetNumbers(model)]), {
    settled: ([given, x, target]): GradientArgs => [settled(given, x), x, target],
  });
  return [
    domain(t.chainFactors, factors, {
      id: 'chain-factors',
      tolerance: within,
      rounding: (given, x) => factorErrors(activation, given, x),
    }),
    domain(t.chainGradient, gradients, {
      id: 'chain-product',
      tolerance: within,
      rounding: (...args) => chainGradientError(activation, loss, ...args),
    }),
  ];
}
