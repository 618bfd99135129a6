import { type NamedAnswer, rightAnswers } from '../../../grader/kit.ts';
import { gradientDescentStep, networkOf } from '../../../reference/nets/network.ts';
import type { ForwardPass, Layer, Matrix, Vector } from '../../../reference/numerics/types.ts';
import { typed } from '../loss/proof.ts';
import { isCrossEntropy, type Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { rounded } from '../sigmoid/proof.ts';

/** The weight from input i to output j. */
const weightOf = ({ parameters }: Model, weights: Matrix, j: number, i: number): number =>
  parameters.orientation === 'out-by-in' ? weights[j]![i]! : weights[i]![j]!;

/** Backpropagation with plain loops; for the sigmoid with σ′ from the activations, a(1 − a). */
function backwardByLoops(model: Model, layers: Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  const { activation, loss, names, parameters } = model;
  const isSigmoid = names.activation === 'sigmoid';
  const slope = (a: number, z: number): number => (isSigmoid ? a * (1 - a) : activation.derivative(z));
  const output = pass.activations[layers.length]!;
  const shares = parameters.reduction === 'mean' ? targets.length : 1;
  const outputGradient = loss.gradient(targets, output);
  let delta = output.map((y, j) =>
    // 1/(y(1 − y)) and σ′ cancel.
    isSigmoid && isCrossEntropy(parameters)
      ? (y - targets[j]!) / shares
      : outputGradient[j]! * slope(y, pass.preactivations.at(-1)![j]!),
  );
  const gradients: Layer[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const input = pass.activations[l]!;
    const weights =
      parameters.orientation === 'out-by-in'
        ? delta.map((d) => input.map((a) => d * a))
        : input.map((a) => delta.map((d) => d * a));
    gradients[l] = { weights, biases: delta };
    if (l === 0) break;
    const below: Vector = [];
    for (let i = 0; i < input.length; i++) {
      let sum = 0;
      for (let j = 0; j < delta.length; j++) sum += weightOf(model, layers[l]!.weights, j, i) * delta[j]!;
      below.push(sum * slope(input[i]!, pass.preactivations[l - 1]![i]!));
    }
    delta = below;
  }
  return gradients;
}

function forwardByLoops(model: Model, layers: Layer[], input: Vector): ForwardPass {
  const pass: ForwardPass = { preactivations: [], activations: [input.slice()] };
  for (let l = 0; l < layers.length; l++) {
    const { weights, biases } = layers[l]!;
    const z = biases.slice();
    const a = pass.activations[l]!;
    for (let j = 0; j < z.length; j++)
      for (let i = 0; i < a.length; i++) z[j]! += weightOf(model, weights, j, i) * a[i]!;
    pass.preactivations.push(z);
    pass.activations.push(z.map(model.activation.value));
  }
  return pass;
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

/** φ and φ′ with some roundings more, in opposite directions. */
export const roundedNeuron = ({ activation }: Model) => ({
  value: rounded(activation.value, 4),
  derivative: rounded(activation.derivative, -4),
});

export function rightNetworks(t: BackpropagationTasks, model: Model): readonly NamedAnswer[] {
  const { net, loss, parameters } = model;
  const other = networkOf(roundedNeuron(model), loss, parameters.orientation);
  return [
    ...rightAnswers(t.forward, {
      loops: (layers, input) => forwardByLoops(model, layers, input),
      'rounded-otherwise': other.forward,
      'typed-arrays': (layers, input) => {
        const { preactivations, activations } = net.forward(layers, input);
        return { preactivations: preactivations.map(typed), activations: activations.map(typed) };
      },
    }),
    ...rightAnswers(t.backward, {
      loops: (layers, pass, targets) => backwardByLoops(model, layers, pass, targets),
      'forward-again': (layers, { activations }, targets) =>
        other.backward(layers, other.forward(layers, activations[0]!), targets),
    }),
    ...rightAnswers(t.gradientDescentStep, {
      'on-a-copy': moved,
      'typed-arrays': (layers, gradients, rate) =>
        gradientDescentStep(layers, gradients, rate).map(({ weights, biases }) => ({
          weights: weights.map(typed),
          biases: typed(biases),
        })),
    }),
  ];
}
