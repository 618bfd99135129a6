import type { Chain } from '../../../reference/nets/chain.ts';
import type { Layer, Vector } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import type { Model } from '../model.ts';

/** The examples of statement and hints, computed under the parameters. */

const targets: Vector = [1, 0];
const predictions: Vector = [0.8, 0.4];

/** The net of the statement, weights fanOut × fanIn. */
const layers: readonly Layer[] = [
  { weights: [[0.5, -1]], biases: [0.5] },
  { weights: [[2], [-1]], biases: [0, 1] },
];
const input: Vector = [1, 0.5];

function netExample({ net, loss, activation, parameters }: Model) {
  const given = [...turned(parameters.orientation, layers)];
  const pass = net.forward(given, input);
  const gradients = turned(parameters.orientation, net.backward(given, pass, targets));
  const [z1 = [], z2 = []] = pass.preactivations;
  const d2 = gradients[1]!.biases;
  return {
    a1: pass.activations[1]![0]!,
    z2,
    a2: pass.activations[2]!,
    g2: loss.gradient(targets, pass.activations[2]!),
    s2: z2.map(activation.derivative),
    d2,
    g1: 2 * d2[0]! - d2[1]!,
    s1: activation.derivative(z1[0]!),
    d1: gradients[0]!.biases[0]!,
    w1: gradients[0]!.weights[0]!,
  };
}

const chain: Chain = { weights: [0.5, 2, -1], biases: [0, 0, 0.5] };

function chainExample({ chain: rule, loss, activation }: Model) {
  const { preactivations, activations } = rule.forward(chain, 1);
  const [z0 = 0] = preactivations;
  const [f1 = 0, f2 = 0] = rule.factors(chain, 1);
  return {
    f1,
    f2,
    s0: activation.derivative(z0),
    g: loss.gradient([1], [activations.at(-1)!])[0]!,
    gradient: rule.gradient(chain, 1, 1),
  };
}

/** Every number that the texts name. */
export function numbersOf(model: Model) {
  const { value, derivative } = model.activation;
  return {
    at: { zero: value(0), two: value(2), minusTwo: value(-2), farRight: value(1e4), farLeft: value(-1e4) },
    slopeAt: { zero: derivative(0), two: derivative(2), ten: derivative(10), minusTen: derivative(-10) },
    loss: {
      value: model.loss.value(targets, predictions),
      gradient: model.loss.gradient(targets, predictions),
    },
    net: netExample(model),
    chain: chainExample(model),
  };
}

/** Fifty factors of a chain with one weight throughout, so small a one that they vanish. */
export function fiftyFactors({ chain: rule }: Model): { readonly weight: number; readonly product: number } {
  const productFor = (weight: number): number =>
    rule
      .factors({ weights: Array.from({ length: 51 }, () => weight), biases: Array.from({ length: 51 }, () => 0) }, 1)
      .reduce((product, factor) => product * factor, 1);
  const weight = [0.5, 0.25, 0.1].find((w) => Math.abs(productFor(w)) < 1e-10) ?? 0.01;
  return { weight, product: productFor(weight) };
}
