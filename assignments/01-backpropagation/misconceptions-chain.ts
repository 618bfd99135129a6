import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { sigmoidDerivative } from '../../reference/activations.ts';
import { type Chain, chainFactors, chainForward, chainGradient } from '../../reference/chain.ts';
import { binaryCrossEntropyGradient } from '../../reference/losses.ts';
import type { Vector } from '../../reference/types.ts';
import type { BackpropagationTasks } from './reference.ts';

const productOf = (factors: Vector): number => factors.reduce((product, factor) => product * factor, 1);

/** The gradient with another thing in the place of the product of factors. */
function withProduct(chain: Chain, input: number, target: number, product: number): number {
  const { preactivations, activations } = chainForward(chain, input);
  const [loss = 0] = binaryCrossEntropyGradient([target], [activations.at(-1)!]);
  return loss * product * sigmoidDerivative(preactivations[0]!) * input;
}

const inner = ({ weights }: Chain): Vector => weights.slice(1);

/** Of the chain of neurons. */
export const chainMisconceptions = (t: BackpropagationTasks): readonly Misconception[] => [
  ...of(t.chainFactors, {
    'factors-without-slopes': (chain) => inner(chain),
    'factors-without-weights': (chain, input) =>
      chainForward(chain, input).preactivations.slice(1).map(sigmoidDerivative),
    'factors-with-a-quarter': (chain) => inner(chain).map((w) => w / 4),
    'factors-one-too-many': (chain, input) => [
      sigmoidDerivative(chainForward(chain, input).preactivations[0]!) * chain.weights[0]!,
      ...chainFactors(chain, input),
    ],
    'factors-last-left-out': (chain, input) => chainFactors(chain, input).slice(0, -1),
    'factors-slope-of-the-activation': (chain, input) =>
      chainForward(chain, input)
        .activations.slice(1)
        .map((a, i) => sigmoidDerivative(a) * chain.weights[i + 1]!),
    'factors-slope-of-the-neuron-before': (chain, input) => {
      const { preactivations } = chainForward(chain, input);
      return inner(chain).map((w, i) => sigmoidDerivative(preactivations[i]!) * w);
    },
    'factors-in-reverse-order': (chain, input) => chainFactors(chain, input).reverse(),
  }),
  ...of(t.chainGradient, {
    'chain-without-slopes': (chain, input, target) => withProduct(chain, input, target, productOf(inner(chain))),
    'chain-with-quarters': (chain, input, target) => withProduct(chain, input, target, 0.25 ** inner(chain).length),
    'chain-with-quarters-for-slopes': (chain, input, target) =>
      withProduct(chain, input, target, productOf(inner(chain).map((w) => w / 4))),
    'chain-without-weights': (chain, input, target) =>
      withProduct(
        chain,
        input,
        target,
        productOf(chainForward(chain, input).preactivations.slice(1).map(sigmoidDerivative)),
      ),
    'chain-sum-for-product': (chain, input, target) =>
      withProduct(
        chain,
        input,
        target,
        chainFactors(chain, input).reduce((sum, factor) => sum + factor, 0),
      ),
    'chain-last-factor-left-out': (chain, input, target) =>
      withProduct(chain, input, target, productOf(chainFactors(chain, input).slice(0, -1))),
    'chain-first-factor-left-out': (chain, input, target) =>
      withProduct(chain, input, target, productOf(chainFactors(chain, input).slice(1))),
    'chain-first-weight-taken-in': (chain, input, target) => chainGradient(chain, input, target) * chain.weights[0]!,
    'chain-by-the-input': (chain, input, target) => (chainGradient(chain, input, target) / input) * chain.weights[0]!,
    'chain-by-the-bias': (chain, input, target) => chainGradient(chain, input, target) / input,
    'chain-logarithms-lose-the-sign': (chain, input, target) =>
      withProduct(
        chain,
        input,
        target,
        Math.exp(chainFactors(chain, input).reduce((sum, factor) => sum + Math.log(Math.abs(factor)), 0)),
      ),
    'chain-logarithms-of-negatives': (chain, input, target) =>
      withProduct(
        chain,
        input,
        target,
        Math.exp(chainFactors(chain, input).reduce((sum, factor) => sum + Math.log(factor), 0)),
      ),
    'chain-logarithms-with-epsilon': (chain, input, target) => {
      const factors = chainFactors(chain, input);
      const magnitude = Math.exp(factors.reduce((sum, factor) => sum + Math.log(Math.abs(factor) + 1e-8), 0));
      return withProduct(chain, input, target, Math.sign(productOf(factors)) * magnitude);
    },
    'chain-without-the-first-slope': (chain, input, target) => {
      const slope = sigmoidDerivative(chainForward(chain, input).preactivations[0]!);
      return chainGradient(chain, input, target) / slope;
    },
    'chain-without-the-loss': (chain, input) => {
      const slope = sigmoidDerivative(chainForward(chain, input).preactivations[0]!);
      return productOf(chainFactors(chain, input)) * slope * input;
    },
    'chain-with-other-sign': (chain, input, target) => -chainGradient(chain, input, target),
    'chain-error-twice-differentiated': (chain, input, target) => {
      const output = chainForward(chain, input).activations.at(-1)!;
      return chainGradient(chain, input, target) * output * (1 - output);
    },
  }),
];
