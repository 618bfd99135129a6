import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative } from '../../reference/activations.ts';
import { multiply, multiplyTransposed, outer } from '../../reference/linear-algebra.ts';
import { binaryCrossEntropyGradient } from '../../reference/losses.ts';
import { backward, forward, gradientDescentStep } from '../../reference/network.ts';
import type { ForwardPass, Layer, Matrix, Vector } from '../../reference/types.ts';
import type { BackpropagationTasks } from './reference.ts';

/** One layer's share of backpropagation, with what students know when they write it. */
interface Step {
  readonly upstream: Vector;
  readonly z: Vector;
  readonly a: Vector;
  readonly input: Vector;
  readonly weights: Matrix;
  readonly isOutput: boolean;
  readonly pass: ForwardPass;
  readonly l: number;
}

/** Backpropagation with some of its parts done otherwise. */
interface Parts {
  readonly outputError?: (targets: Vector, output: Vector) => Vector;
  readonly delta?: (step: Step) => Vector;
  readonly weightGradient?: (delta: Vector, step: Step) => Matrix;
  readonly biasGradient?: (delta: Vector, step: Step) => Vector;
  readonly propagate?: (delta: Vector, step: Step) => Vector;
}

const slopes = (z: Vector): Vector => z.map(sigmoidDerivative);
const times = (a: Vector, b: Vector): Vector => a.map((value, j) => value * (b[j] ?? Number.NaN));

const rightParts: Required<Parts> = {
  outputError: binaryCrossEntropyGradient,
  delta: ({ upstream, z }) => times(upstream, slopes(z)),
  weightGradient: (delta, { input }) => outer(delta, input),
  biasGradient: (delta) => [...delta],
  propagate: (delta, { weights, input }) => multiplyTransposed(weights, delta, input.length),
};

const backpropagation =
  (changed: Parts) =>
  (layers: readonly Layer[], pass: ForwardPass, targets: Vector): Layer[] => {
    const { outputError, delta: deltaOf, weightGradient, biasGradient, propagate } = { ...rightParts, ...changed };
    const gradients: Layer[] = [];
    let upstream = outputError(targets, pass.activations.at(-1)!);
    for (let l = layers.length - 1; l >= 0; l--) {
      const { weights } = layers[l]!;
      const [z, input, a] = [pass.preactivations[l]!, pass.activations[l]!, pass.activations[l + 1]!];
      const step: Step = { upstream, z, a, input, weights, isOutput: l === layers.length - 1, pass, l };
      const delta = deltaOf(step);
      gradients.unshift({ weights: weightGradient(delta, step), biases: biasGradient(delta, step) });
      upstream = propagate(delta, step);
    }
    return gradients;
  };

const transpose = (matrix: Matrix): Matrix => (matrix[0] ?? []).map((_, i) => matrix.map((row) => row[i]!));

/** How far a student moves the weights before they are used to carry the delta back. */
const someRate = 0.1;

/** Of the functions of whole nets. */
export const networkMisconceptions = (t: BackpropagationTasks): readonly Misconception[] => [
  ...of(t.forward, {
    'forward-without-biases': (layers, input) =>
      forward(
        layers.map(({ weights, biases }) => ({ weights, biases: biases.map(() => 0) })),
        input,
      ),
    'forward-weights-transposed': (layers, input) =>
      forward(
        layers.map(({ weights, biases }) => ({
          weights: biases.map((_, j) => (weights[0] ?? []).map((_, i) => weights[i]?.[j] ?? 0)),
          biases,
        })),
        input,
      ),
    'forward-linear-output': (layers, input) => {
      const { preactivations, activations } = forward(layers, input);
      return { preactivations, activations: activations.with(-1, [...preactivations.at(-1)!]) };
    },
    'forward-without-the-input': (layers, input) => {
      const { preactivations, activations } = forward(layers, input);
      return { preactivations, activations: activations.slice(1) };
    },
    'forward-activations-twice': (layers, input) => {
      const { activations } = forward(layers, input);
      return { preactivations: activations.slice(1), activations };
    },
    'forward-from-the-preactivation': (layers, input) => {
      const preactivations: Vector[] = [];
      for (const { weights, biases } of layers) {
        preactivations.push(multiply(weights, preactivations.at(-1) ?? input).map((sum, j) => sum + biases[j]!));
      }
      return { preactivations, activations: [input, ...preactivations.map((z) => z.map(sigmoid))] };
    },
  }),
  ...of(t.backward, {
    'backward-with-other-sign': backpropagation({
      outputError: (targets, output) => binaryCrossEntropyGradient(targets, output).map((g) => -g),
    }),
    'backward-without-mean': backpropagation({
      outputError: (targets, output) => binaryCrossEntropyGradient(targets, output).map((g) => g * targets.length),
    }),
    'backward-mean-at-every-layer': backpropagation({
      delta: (step) => rightParts.delta(step).map((d) => (step.isOutput ? d : d / step.z.length)),
    }),
    'backward-weights-not-transposed': backpropagation({
      propagate: (delta, { weights, input }) =>
        input.map((_, i) => (weights[i] ?? []).reduce((sum, w, j) => sum + w * (delta[j] ?? 0), 0)),
    }),
    'backward-entry-by-entry': backpropagation({
      propagate: (delta, { weights, input }) => input.map((_, i) => (weights[i]?.[i] ?? 0) * (delta[i] ?? 0)),
    }),
    'backward-dot-for-entry-by-entry': backpropagation({
      delta: ({ upstream, z }) => {
        const dot = times(upstream, slopes(z)).reduce((sum, value) => sum + value, 0);
        return z.map(() => dot);
      },
    }),
    'backward-without-output-slope': backpropagation({
      delta: (step) => (step.isOutput ? step.upstream : rightParts.delta(step)),
    }),
    'backward-without-hidden-slopes': backpropagation({
      delta: (step) => (step.isOutput ? rightParts.delta(step) : step.upstream),
    }),
    'backward-slope-of-another-layer': backpropagation({
      delta: ({ upstream, z, pass, l }) => {
        const below = pass.preactivations[l - 1] ?? z;
        return upstream.map((g, j) => g * sigmoidDerivative(below[j % below.length]!));
      },
    }),
    'backward-slope-of-the-activation': backpropagation({ delta: ({ upstream, a }) => times(upstream, slopes(a)) }),
    'backward-bias-zero': backpropagation({ biasGradient: (delta) => delta.map(() => 0) }),
    'backward-bias-times-input': backpropagation({
      biasGradient: (delta, { input }) => delta.map((d) => d * input.reduce((sum, x) => sum + x, 0)),
    }),
    'backward-activation-of-the-same-layer': backpropagation({ weightGradient: (delta, { a }) => outer(delta, a) }),
    'backward-order-reversed': (layers, pass, targets) => backward(layers, pass, targets).reverse(),
    'backward-first-layer-empty': (layers, pass, targets) => {
      const [first, ...rest] = backward(layers, pass, targets);
      const empty = { weights: first!.weights.map((row) => row.map(() => 0)), biases: first!.biases.map(() => 0) };
      return [empty, ...rest];
    },
    'backward-changes-the-pass': (layers, pass, targets) => {
      const gradients = backward(layers, pass, targets);
      pass.activations.pop();
      return gradients;
    },
    'backward-through-updated-weights': backpropagation({
      propagate: (delta, { weights, input }) => {
        const moved = weights.map((row, j) => row.map((w, i) => w - someRate * delta[j]! * input[i]!));
        return multiplyTransposed(moved, delta, input.length);
      },
    }),
    'backward-outer-transposed': backpropagation({ weightGradient: (delta, { input }) => outer(input, delta) }),
    'backward-of-the-squared-error': backpropagation({
      outputError: (targets, output) => output.map((y, j) => (2 * (y - targets[j]!)) / targets.length),
    }),
  }),
  ...of(t.gradientDescentStep, {
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
        gradients.map(({ weights, biases }) => ({ weights: squareTransposed(weights), biases })),
        rate,
      ),
  }),
];

/** The transposed matrix where it is square, and its entries in transposed order where it is not. */
function squareTransposed(weights: Matrix): Matrix {
  const entries = transpose(weights).flat();
  const columns = weights[0]?.length ?? 0;
  return weights.map((_, j) => entries.slice(j * columns, (j + 1) * columns));
}
