import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { gradientDescentStep } from '../../../reference/nets/network.ts';
import { multiply, transpose } from '../../../reference/numerics/linear-algebra.ts';
import type { ForwardPass, Layer, Matrix, Vector } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { backwardMisconceptions } from './misconceptions-backward.ts';

const forwardMisconceptions = (
  t: BackpropagationTasks,
  { activation, net, parameters }: Model,
): readonly Misconception[] =>
  of(t.forward, {
    'forward-without-biases': (layers, input) =>
      net.forward(
        layers.map(({ weights, biases }) => ({ weights, biases: biases.map(() => 0) })),
        input,
      ),
    'forward-weights-transposed': (layers, input) => {
      const misread = turned(parameters.orientation, layers).map(({ weights, biases }) => ({
        weights: biases.map((_, j) => (weights[0] ?? []).map((_, i) => weights[i]?.[j] ?? 0)),
        biases,
      }));
      return net.forward(turned(parameters.orientation, misread), input);
    },
    'forward-linear-output': (layers, input) => {
      const { preactivations, activations } = net.forward(layers, input);
      return { preactivations, activations: activations.with(-1, [...preactivations.at(-1)!]) };
    },
    'forward-without-the-input': (layers, input) => {
      const { preactivations, activations } = net.forward(layers, input);
      return { preactivations, activations: activations.slice(1) };
    },
    'forward-activations-twice': (layers, input) => {
      const { activations } = net.forward(layers, input);
      return { preactivations: activations.slice(1), activations };
    },
    'forward-last-product-only': (layers, input) => {
      const pass: ForwardPass = { preactivations: [], activations: [input] };
      for (const { weights, biases } of turned(parameters.orientation, layers)) {
        const a = pass.activations.at(-1)!;
        const z = weights.map((row, j) => row.at(-1)! * a.at(-1)! + biases[j]!);
        pass.preactivations.push(z);
        pass.activations.push(z.map(activation.value));
      }
      return pass;
    },
    'forward-from-the-preactivation': (layers, input) => {
      const preactivations: Vector[] = [];
      for (const { weights, biases } of turned(parameters.orientation, layers)) {
        preactivations.push(multiply(weights, preactivations.at(-1) ?? input).map((sum, j) => sum + biases[j]!));
      }
      return { preactivations, activations: [input, ...preactivations.map((z) => z.map(activation.value))] };
    },
  });

const stepMisconceptions = (t: BackpropagationTasks): readonly Misconception[] =>
  of(t.gradientDescentStep, {
    'step-uphill': (layers, gradients, rate) => gradientDescentStep(layers, gradients, -rate),
    'step-without-biases': (layers, gradients, rate) =>
      gradientDescentStep(layers, gradients, rate).map(({ weights }, l) => ({
        weights,
        biases: [...layers[l]!.biases],
      })),
    'step-in-place': (layers, gradients, rate) => {
      for (const [l, moved] of gradientDescentStep(layers, gradients, rate).entries()) {
        layers[l]!.weights = moved.weights;
        layers[l]!.biases = moved.biases;
      }
      return layers;
    },
    'step-rate-squared': (layers, gradients, rate) => gradientDescentStep(layers, gradients, rate * rate),
    'step-without-rate': (layers, gradients) => gradientDescentStep(layers, gradients, 1),
    'step-transposed': (layers, gradients, rate) =>
      gradientDescentStep(
        layers,
        gradients.map(({ weights, biases }): Layer => ({ weights: squareTransposed(weights), biases })),
        rate,
      ),
  });

/** The transposed matrix where it is square, and its entries in transposed order where it is not. */
function squareTransposed(weights: Matrix): Matrix {
  const entries = transpose(weights).flat();
  const columns = weights[0]?.length ?? 0;
  return weights.map((_, j) => entries.slice(j * columns, (j + 1) * columns));
}

/** Of the functions of whole nets. */
export const networkMisconceptions = (t: BackpropagationTasks, model: Model): readonly Misconception[] => [
  ...forwardMisconceptions(t, model),
  ...backwardMisconceptions(t, model),
  ...stepMisconceptions(t),
];
