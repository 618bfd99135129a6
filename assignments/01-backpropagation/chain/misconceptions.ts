import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { Chain } from '../../../reference/nets/chain.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { isCrossEntropy, type Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

const productOf = (factors: Vector): number => factors.reduce((product, factor) => product * factor, 1);

const inner = ({ weights }: Chain): Vector => weights.slice(1);

/** φ′ by the lecture's a(1 − a), times the weight. */
const byTheRuleOfSigmoid = ({ chain: rule }: Model, chain: Chain, input: number): Vector =>
  rule
    .forward(chain, input)
    .activations.slice(1)
    .map((a, i) => a * (1 - a) * chain.weights[i + 1]!);

function factorMisconceptions(t: BackpropagationTasks, model: Model): readonly Misconception[] {
  const { activation, chain: rule, names } = model;
  return of(t.chainFactors, {
    'factors-without-slopes': (chain) => inner(chain),
    'factors-without-weights': (chain, input) =>
      rule.forward(chain, input).preactivations.slice(1).map(activation.derivative),
    ...(names.activation === 'sigmoid'
      ? { 'factors-with-a-quarter': (chain: Chain) => inner(chain).map((w) => w / 4) }
      : {
          'factors-by-the-rule-of-sigmoid': (chain: Chain, input: number) => byTheRuleOfSigmoid(model, chain, input),
        }),
    'factors-one-too-many': (chain, input) => [
      activation.derivative(rule.forward(chain, input).preactivations[0]!) * chain.weights[0]!,
      ...rule.factors(chain, input),
    ],
    'factors-last-left-out': (chain, input) => rule.factors(chain, input).slice(0, -1),
    'factors-slope-of-the-activation': (chain, input) =>
      rule
        .forward(chain, input)
        .activations.slice(1)
        .map((a, i) => activation.derivative(a) * chain.weights[i + 1]!),
    'factors-slope-of-the-neuron-before': (chain, input) => {
      const { preactivations } = rule.forward(chain, input);
      return inner(chain).map((w, i) => activation.derivative(preactivations[i]!) * w);
    },
    'factors-in-reverse-order': (chain, input) => rule.factors(chain, input).reverse(),
  });
}

type Gradient = (chain: Chain, input: number, target: number) => number;
/** What a student multiplies in the place of the factors' product. */
type Product = (chain: Chain, input: number) => number;

/** Of the product between the loss and the first neuron. */
function products(model: Model): Readonly<Record<string, Product>> {
  const { activation, chain: rule, names } = model;
  const sumOfLogarithms = (factors: Vector, logarithm: (factor: number) => number): number =>
    factors.reduce((sum, factor) => sum + logarithm(factor), 0);
  return {
    'chain-without-slopes': (chain) => productOf(inner(chain)),
    ...(names.activation === 'sigmoid'
      ? {
          'chain-with-quarters': (chain: Chain) => 0.25 ** inner(chain).length,
          'chain-with-quarters-for-slopes': (chain: Chain) => productOf(inner(chain).map((w) => w / 4)),
        }
      : {
          'chain-by-the-rule-of-sigmoid': (chain: Chain, input: number) =>
            productOf(byTheRuleOfSigmoid(model, chain, input)),
        }),
    'chain-without-weights': (chain, input) =>
      productOf(rule.forward(chain, input).preactivations.slice(1).map(activation.derivative)),
    'chain-product-begins-at-zero': () => 0,
    'chain-sum-for-product': (chain, input) => rule.factors(chain, input).reduce((sum, factor) => sum + factor, 0),
    'chain-last-factor-left-out': (chain, input) => productOf(rule.factors(chain, input).slice(0, -1)),
    'chain-first-factor-left-out': (chain, input) => productOf(rule.factors(chain, input).slice(1)),
    'chain-logarithms-lose-the-sign': (chain, input) =>
      Math.exp(sumOfLogarithms(rule.factors(chain, input), (factor) => Math.log(Math.abs(factor)))),
    'chain-logarithms-of-negatives': (chain, input) => Math.exp(sumOfLogarithms(rule.factors(chain, input), Math.log)),
    'chain-logarithms-with-epsilon': (chain, input) => {
      const factors = rule.factors(chain, input);
      const magnitude = Math.exp(sumOfLogarithms(factors, (factor) => Math.log(Math.abs(factor) + 1e-8)));
      return Math.sign(productOf(factors)) * magnitude;
    },
  };
}

/** Of what stands before and behind the product. */
function ends({ activation, chain: rule, loss, parameters }: Model): Readonly<Record<string, Gradient>> {
  const firstSlope = (chain: Chain, input: number): number =>
    activation.derivative(rule.forward(chain, input).preactivations[0]!);
  const lossSlope = (chain: Chain, input: number, target: number): number =>
    loss.gradient([target], [rule.forward(chain, input).activations.at(-1)!])[0]!;
  /** ∂L/∂a_0, as the factors lead to it. */
  const behindTheFirst: Gradient = (chain, input, target) =>
    lossSlope(chain, input, target) * productOf(rule.factors(chain, input));
  const isHalf = parameters.loss === 'half-squared-error';
  return {
    'chain-first-weight-taken-in': (chain, input, target) => rule.gradient(chain, input, target) * chain.weights[0]!,
    'chain-by-the-input': (chain, input, target) =>
      behindTheFirst(chain, input, target) * firstSlope(chain, input) * chain.weights[0]!,
    'chain-by-the-bias': (chain, input, target) => behindTheFirst(chain, input, target) * firstSlope(chain, input),
    'chain-without-the-first-slope': (chain, input, target) => behindTheFirst(chain, input, target) * input,
    'chain-without-the-loss': (chain, input) =>
      productOf(rule.factors(chain, input)) * firstSlope(chain, input) * input,
    'chain-with-other-sign': (chain, input, target) => -rule.gradient(chain, input, target),
    'chain-error-twice-differentiated': (chain, input, target) =>
      rule.gradient(chain, input, target) * activation.derivative(rule.forward(chain, input).preactivations.at(-1)!),
    ...(isCrossEntropy(parameters) && {
      'chain-error-by-the-label': (chain: Chain, input: number, target: number) => {
        const { activations } = rule.forward(chain, input);
        const y = activations.at(-1)!;
        const byTheLabel = target === 1 ? -1 / y : 1 / (1 - y);
        return byTheLabel * productOf(rule.factors(chain, input)) * firstSlope(chain, input) * input;
      },
    }),
    ...(!isCrossEntropy(parameters) && {
      [isHalf ? 'chain-with-two' : 'chain-without-two']: (chain: Chain, input: number, target: number) =>
        rule.gradient(chain, input, target) * (isHalf ? 2 : 0.5),
    }),
  };
}

/** Of the chain of neurons. */
export function chainMisconceptions(t: BackpropagationTasks, model: Model): readonly Misconception[] {
  const { activation, chain: rule, loss } = model;
  const withProduct =
    (product: Product): Gradient =>
    (chain, input, target) => {
      const { preactivations, activations } = rule.forward(chain, input);
      const [slope = 0] = loss.gradient([target], [activations.at(-1)!]);
      return slope * product(chain, input) * activation.derivative(preactivations[0]!) * input;
    };
  const wrongProducts = Object.entries(products(model)).map(([id, product]) => [id, withProduct(product)]);
  return [
    ...factorMisconceptions(t, model),
    ...of(t.chainGradient, { ...Object.fromEntries(wrongProducts), ...ends(model) }),
  ];
}
