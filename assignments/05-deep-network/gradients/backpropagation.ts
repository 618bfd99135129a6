import { softmax, softmaxCrossEntropy } from '../../../reference/activations/softmax.ts';
import { deepForward, type LossAndGradients } from '../../../reference/nets/deep-network.ts';
import { multiplyTransposed, outer } from '../../../reference/numerics/linear-algebra.ts';
import type { ForwardPass, Layer, Matrix, Vector } from '../../../reference/numerics/types.ts';
import type { Phi } from '../activations.ts';

/** The parts of a backward pass that students get wrong, one at a time. */
export interface Parts {
  readonly forward: (layers: readonly Layer[], phi: Phi, input: Vector) => ForwardPass;
  readonly loss: (logits: Vector, label: number) => number;
  /** ∂/∂z_L of one example's loss, before 1/N. */
  readonly outputDelta: (logits: Vector, label: number) => Vector;
  /** φ′ for hidden layer l, as a vector; `upstream` is what it multiplies. */
  readonly gate: (pass: ForwardPass, l: number, phi: Phi, upstream: Vector) => Vector;
  readonly upstream: (weights: Matrix, delta: Vector, columns: number) => Vector;
  readonly weightGradient: (delta: Vector, pass: ForwardPass, l: number) => Matrix;
  readonly biasGradient: (delta: Vector, input: Vector) => Vector;
  /** What the loss, and the gradients, are divided by. */
  readonly lossDivisor: (examples: number) => number;
  readonly gradientDivisor: (examples: number, layers: number, l: number) => number;
}

const right: Parts = {
  forward: deepForward,
  loss: softmaxCrossEntropy,
  outputDelta: (logits, label) => softmax(logits).map((p, k) => (k === label ? p - 1 : p)),
  gate: (pass, l, { derivative }) => pass.preactivations[l]!.map((z) => derivative(z)),
  upstream: multiplyTransposed,
  weightGradient: (delta, pass, l) => outer(delta, pass.activations[l]!),
  biasGradient: (delta) => delta,
  lossDivisor: (examples) => examples,
  gradientDivisor: (examples) => examples,
};

const add = (a: Layer, b: Layer, divisor: number): Layer => ({
  weights: a.weights.map((row, j) => row.map((sum, i) => sum + b.weights[j]![i]! / divisor)),
  biases: a.biases.map((sum, j) => sum + b.biases[j]! / divisor),
});

/** Backpropagation with some of its parts replaced. */
export const backpropagation =
  (wrong: Partial<Parts>) =>
  (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]): LossAndGradients => {
    const parts = { ...right, ...wrong };
    const [N, L] = [inputs.length, layers.length];
    let loss = 0;
    let gradients: Layer[] | undefined;
    for (const [n, input] of inputs.entries()) {
      const pass = parts.forward(layers, phi, input);
      const logits = pass.activations.at(-1)!;
      loss += parts.loss(logits, labels[n]!) / parts.lossDivisor(N);
      let delta = parts.outputDelta(logits, labels[n]!);
      const example: Layer[] = [];
      for (let l = L - 1; l >= 0; l--) {
        example.unshift({
          weights: parts.weightGradient(delta, pass, l),
          biases: parts.biasGradient(delta, pass.activations[l]!),
        });
        if (l === 0) break;
        const upstream = parts.upstream(layers[l]!.weights, delta, pass.activations[l]!.length);
        const gate = parts.gate(pass, l - 1, phi, upstream);
        delta = upstream.map((value, j) => value * gate[j]!);
      }
      const zeros = example.map(({ weights, biases }) => ({
        weights: weights.map((row) => row.map(() => 0)),
        biases: biases.map(() => 0),
      }));
      gradients = (gradients ?? zeros).map((sum, l) => add(sum, example[l]!, parts.gradientDivisor(N, L, l)));
    }
    return { loss, gradients: gradients ?? [] };
  };
