import { mutants, type Proof, rightAnswers } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative } from '../../reference/activations.ts';
import { type Chain, chainFactors, chainForward, chainGradient } from '../../reference/chain.ts';
import { backward, forward, gradientDescentStep } from '../../reference/network.ts';
import type { ForwardPass, Layer, Vector } from '../../reference/types.ts';
import type { BackpropagationTasks } from './reference.ts';

/** Backpropagation with plain loops, and with σ′ from the activations: a(1 − a). */
function backwardByLoops(layers: Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  const output = pass.activations[layers.length]!;
  // At the output 1/(y(1 − y)) and σ′ cancel.
  let delta = output.map((y, j) => (y - targets[j]!) / targets.length);
  const gradients: Layer[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const input = pass.activations[l]!;
    const weights = delta.map((d) => input.map((a) => d * a));
    gradients[l] = { weights, biases: delta };
    const below: Vector = [];
    for (let i = 0; i < input.length; i++) {
      let sum = 0;
      for (let j = 0; j < delta.length; j++) sum += layers[l]!.weights[j]![i]! * delta[j]!;
      below.push(sum * input[i]! * (1 - input[i]!));
    }
    delta = below;
  }
  return gradients;
}

function forwardByLoops(layers: Layer[], input: Vector): ForwardPass {
  const pass: ForwardPass = { preactivations: [], activations: [input.slice()] };
  for (let l = 0; l < layers.length; l++) {
    const { weights, biases } = layers[l]!;
    const z = biases.slice();
    for (let j = 0; j < z.length; j++)
      for (let i = 0; i < weights[j]!.length; i++) z[j]! += weights[j]![i]! * pass.activations[l]![i]!;
    pass.preactivations.push(z);
    pass.activations.push(z.map((value) => 1 / (1 + Math.exp(-value))));
  }
  return pass;
}

/** From the input's side, as automatic differentiation in forward mode does it. */
function chainGradientForwards({ weights, biases }: Chain, input: number, target: number): number {
  let a = sigmoid(weights[0]! * input + biases[0]!);
  let slope = a * (1 - a) * input;
  for (let i = 1; i < weights.length; i++) {
    a = sigmoid(weights[i]! * a + biases[i]!);
    slope *= a * (1 - a) * weights[i]!;
  }
  return ((a - target) / (a * (1 - a))) * slope;
}

const moved = (layers: readonly Layer[], gradients: readonly Layer[], rate: number): Layer[] => {
  const copy = layers.map(({ weights, biases }) => ({ weights: weights.map((row) => [...row]), biases: [...biases] }));
  for (const [l, { weights, biases }] of copy.entries()) {
    for (const [j, row] of weights.entries())
      for (const i of row.keys()) row[i]! -= rate * gradients[l]!.weights[j]![i]!;
    for (const j of biases.keys()) biases[j]! -= gradients[l]!.biases[j]! * rate;
  }
  return copy;
};

const typed = (vector: Vector): Vector => Float64Array.from(vector) as unknown as Vector;

/** Of the functions of whole nets and of chains. */
export const networkProof = (t: BackpropagationTasks): Proof => ({
  rightAnswers: [
    ...rightAnswers(t.forward, {
      loops: forwardByLoops,
      'typed-arrays': (layers, input) => {
        const { preactivations, activations } = forward(layers, input);
        return { preactivations: preactivations.map(typed), activations: activations.map(typed) };
      },
    }),
    ...rightAnswers(t.backward, {
      loops: backwardByLoops,
      'forward-again': (layers, { activations }, targets) =>
        backward(layers, forward(layers, activations[0]!), targets),
    }),
    ...rightAnswers(t.gradientDescentStep, {
      'on-a-copy': moved,
      'typed-arrays': (layers, gradients, rate) =>
        gradientDescentStep(layers, gradients, rate).map(({ weights, biases }) => ({
          weights: weights.map(typed),
          biases: typed(biases),
        })),
    }),
    ...rightAnswers(t.chainFactors, {
      'from-the-activations': (chain, input) => {
        const { activations } = chainForward(chain, input);
        return activations.slice(1).map((a, i) => a * (1 - a) * chain.weights[i + 1]!);
      },
      'typed-array': (chain, input) => typed(chainFactors(chain, input)),
    }),
    ...rightAnswers(t.chainGradient, {
      'from-the-input': chainGradientForwards,
      'from-the-output': (chain, input, target) => {
        const { preactivations, activations } = chainForward(chain, input);
        let gradient = activations.at(-1)! - target;
        for (let i = chain.weights.length - 1; i > 0; i--) {
          gradient *= chain.weights[i]! * sigmoidDerivative(preactivations[i - 1]!);
        }
        return gradient * input;
      },
    }),
  ],
  mutants: [
    ...mutants(t.forward, {
      'takes-the-input-with-it': (layers, input) => {
        const pass = forward(layers, [...input]);
        input.push(0);
        return pass;
      },
    }),
    ...mutants(t.backward, {
      'shallow-nets-without-mean': (layers, pass, targets) =>
        backward(layers, pass, targets).map((layer) => (layers.length > 3 ? layer : scaled(layer, targets.length))),
      'stops-after-three-layers': (layers, pass, targets) =>
        backward(layers, pass, targets).map((layer, l) => (l < layers.length - 3 ? scaled(layer, 0) : layer)),
    }),
    ...mutants(t.chainFactors, {
      'takes-a-weight-away': (chain, input) => {
        const factors = chainFactors(chain, input);
        chain.weights.shift();
        return factors;
      },
    }),
    ...mutants(t.chainGradient, {
      'short-chains-halved': (chain, input, target) =>
        chainGradient(chain, input, target) * (chain.weights.length < 10 ? 0.5 : 1),
      'takes-a-weight-away': (chain, input, target) => {
        const gradient = chainGradient(chain, input, target);
        chain.weights.shift();
        return gradient;
      },
    }),
  ],
});

const scaled = ({ weights, biases }: Layer, factor: number): Layer => ({
  weights: weights.map((row) => row.map((w) => w * factor)),
  biases: biases.map((b) => b * factor),
});
