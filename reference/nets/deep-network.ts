import { relu, reluDerivative, sigmoid, sigmoidDerivative, tanh, tanhDerivative } from '../activations/activations.ts';
import { softmax, softmaxCrossEntropy } from '../activations/softmax.ts';
import { multiply, multiplyTransposed } from '../numerics/linear-algebra.ts';
import type { ForwardPass, Layer, Matrix, Vector } from '../numerics/types.ts';

/** φ of the hidden layers, with its derivative. */
export interface Nonlinearity {
  readonly value: (z: number) => number;
  readonly derivative: (z: number) => number;
}

const named = {
  sigmoid: { value: sigmoid, derivative: sigmoidDerivative },
  tanh: { value: tanh, derivative: tanhDerivative },
  relu: { value: relu, derivative: reluDerivative },
} satisfies Readonly<Record<string, Nonlinearity>>;

/** A named activation function, or any other given as a `Nonlinearity`. */
export type Activation = keyof typeof named | Nonlinearity;

export const activations = ['sigmoid', 'tanh', 'relu'] as const;

const nonlinearityOf = (activation: Activation): Nonlinearity =>
  typeof activation === 'string' ? named[activation] : activation;

/** z_l = W_l·a_(l−1) + b_l; a_l = φ(z_l) in the hidden layers, a_L = z_L in the last: the logits. */
export function deepForward(layers: readonly Layer[], activation: Activation, input: Vector): ForwardPass {
  const { value } = nonlinearityOf(activation);
  const preactivations: Vector[] = [];
  const outputs: Vector[] = [input];
  for (const [l, { weights, biases }] of layers.entries()) {
    const z = multiply(weights, outputs.at(-1)!).map((sum, j) => sum + biases[j]!);
    preactivations.push(z);
    outputs.push(l < layers.length - 1 ? z.map((entry) => value(entry)) : z);
  }
  return { preactivations, activations: outputs };
}

export type LayerStatistics = { mean: number; std: number };

/** Mean and population standard deviation, √((1/n) Σ (x_i − mean)²). */
function moments(values: readonly number[]): LayerStatistics {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return { mean, std: Math.sqrt(variance) };
}

/** Mean and population standard deviation of each hidden layer's activations, over its units and all examples, as plotted by Glorot & Bengio (2010). */
export function layerStatistics(layers: readonly Layer[], activation: Activation, inputs: Matrix): LayerStatistics[] {
  const passes = inputs.map((input) => deepForward(layers, activation, input));
  return layers.slice(1).map((_, l) => moments(passes.flatMap((pass) => pass.activations[l + 1]!)));
}

/** (1/N) Σ −ln softmax(z_L)_label over the N examples. */
export const meanLoss = (
  layers: readonly Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: readonly number[],
): number =>
  inputs.reduce((sum, input, n) => {
    const logits = deepForward(layers, activation, input).activations.at(-1)!;
    return sum + softmaxCrossEntropy(logits, labels[n]!);
  }, 0) / inputs.length;

export type LossAndGradients = { loss: number; gradients: Layer[] };

/**
 * The mean loss and its gradient by backpropagation, for each example:
 * δ_L = softmax(z_L) − e_label, δ_l = W_(l+1)ᵀ·δ_(l+1) ⊙ φ′(z_l), ∂/∂W_l = δ_l·a_(l−1)ᵀ, ∂/∂b_l = δ_l.
 */
export function lossAndGradients(
  layers: readonly Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: readonly number[],
): LossAndGradients {
  const { derivative } = nonlinearityOf(activation);
  const gradients = layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map(() => 0)),
    biases: biases.map(() => 0),
  }));
  let loss = 0;
  for (const [n, input] of inputs.entries()) {
    const pass = deepForward(layers, activation, input);
    const logits = pass.activations.at(-1)!;
    const label = labels[n]!;
    loss += softmaxCrossEntropy(logits, label) / inputs.length;
    let delta = softmax(logits).map((p, k) => (k === label ? p - 1 : p) / inputs.length);
    for (let l = layers.length - 1; l >= 0; l--) {
      addExample(gradients[l]!, delta, pass.activations[l]!);
      if (l === 0) break;
      const z = pass.preactivations[l - 1]!;
      const upstream = multiplyTransposed(layers[l]!.weights, delta, z.length);
      delta = upstream.map((value, j) => value * derivative(z[j]!));
    }
  }
  return { loss, gradients };
}

/** Adds δ·aᵀ and δ to the gradient of one layer, in place: a training run does this a million times. */
function addExample({ weights, biases }: Layer, delta: Vector, input: Vector): void {
  for (const [j, d] of delta.entries()) {
    const row = weights[j]!;
    biases[j]! += d;
    for (let i = 0; i < input.length; i++) row[i]! += d * input[i]!;
  }
}

/** The share of examples whose largest logit is that of their label. */
export function accuracy(
  layers: readonly Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: readonly number[],
): number {
  const hits = inputs.filter((input, n) => {
    const logits = deepForward(layers, activation, input).activations.at(-1)!;
    return logits.indexOf(Math.max(...logits)) === labels[n];
  });
  return hits.length / inputs.length;
}
