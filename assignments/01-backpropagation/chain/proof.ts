import { mutants, type NamedAnswer, rightAnswers } from '../../../grader/kit.ts';
import { type Chain, chainRuleOf } from '../../../reference/nets/chain.ts';
import { typed } from '../loss/proof.ts';
import { isCrossEntropy, type Model } from '../model.ts';
import { roundedNeuron } from '../network/right-networks.ts';
import type { BackpropagationTasks } from '../reference.ts';

/** From the input's side, as automatic differentiation in forward mode does it. */
function gradientForwards(
  { activation, loss }: Model,
  { weights, biases }: Chain,
  input: number,
  target: number,
): number {
  let z = weights[0]! * input + biases[0]!;
  let slope = activation.derivative(z) * input;
  for (let i = 1; i < weights.length; i++) {
    z = weights[i]! * activation.value(z) + biases[i]!;
    slope *= activation.derivative(z) * weights[i]!;
  }
  return slope * loss.gradient([target], [activation.value(z)])[0]!;
}

/** From the loss down, one neuron after the other. */
function gradientBackwards(
  { activation, loss, chain: rule }: Model,
  chain: Chain,
  input: number,
  target: number,
): number {
  const { preactivations, activations } = rule.forward(chain, input);
  let gradient = loss.gradient([target], [activations.at(-1)!])[0]! * activation.derivative(preactivations.at(-1)!);
  for (let i = chain.weights.length - 1; i > 0; i--) {
    gradient *= chain.weights[i]! * activation.derivative(preactivations[i - 1]!);
  }
  return gradient * input;
}

export function rightChains(t: BackpropagationTasks, model: Model): readonly NamedAnswer[] {
  const other = chainRuleOf(roundedNeuron(model), model.loss);
  return [
    ...rightAnswers(t.chainFactors, {
      'rounded-otherwise': other.factors,
      'typed-array': (chain, input) => typed(model.chain.factors(chain, input)),
      ...(model.names.activation === 'sigmoid' && {
        'from-the-activations': (chain: Chain, input: number) =>
          model.chain
            .forward(chain, input)
            .activations.slice(1)
            .map((a, i) => a * (1 - a) * chain.weights[i + 1]!),
      }),
    }),
    ...rightAnswers(t.chainGradient, {
      'from-the-input': (chain, input, target) => gradientForwards(model, chain, input, target),
      'from-the-output': (chain, input, target) => gradientBackwards(model, chain, input, target),
      'rounded-otherwise': other.gradient,
    }),
  ];
}

export const wrongChains = (t: BackpropagationTasks, { chain: rule, parameters }: Model): readonly NamedAnswer[] => [
  ...mutants(t.chainFactors, {
    'none-for-three': { where: ({ weights }) => weights.length === 3, answer: () => [0, 0] },
    'biases-of-zero-are-tenths': (chain, input) =>
      rule.factors({ ...chain, biases: chain.biases.map((b) => b || 0.1) }, input),
    'takes-a-weight-away': (chain, input) => {
      const factors = rule.factors(chain, input);
      chain.weights.shift();
      return factors;
    },
  }),
  ...mutants(t.chainGradient, {
    'one-neuron-is-none': (chain, input, target) =>
      chain.weights.length === 1 ? Number.NaN : rule.gradient(chain, input, target),
    'weights-of-zero-are-ones': (chain, input, target) =>
      rule.gradient({ ...chain, weights: chain.weights.map((w) => w || 1) }, input, target),
    'inputs-of-zero-are-ones': (chain, input, target) => rule.gradient(chain, input || 1, target),
    ...(isCrossEntropy(parameters) && {
      'soft-targets-off': (chain: Chain, input: number, target: number) =>
        rule.gradient(chain, input, target) * (target === 0.5 ? 1.01 : 1),
    }),
    'fifty-neurons-at-most': {
      where: ({ weights }) => weights.length > 50,
      answer: (...args) => rule.gradient(...args) * 1.01,
    },
    'short-chains-halved': (chain, input, target) =>
      rule.gradient(chain, input, target) * (chain.weights.length < 10 ? 0.5 : 1),
    'long-chains-off': (chain, input, target) =>
      rule.gradient(chain, input, target) * (chain.weights.length < 10 ? 1 : 1 + 1e-5),
    'takes-a-weight-away': (chain, input, target) => {
      const gradient = rule.gradient(chain, input, target);
      chain.weights.shift();
      return gradient;
    },
  }),
];
