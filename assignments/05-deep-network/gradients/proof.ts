import { mutants, type Proof, rightAnswers } from '../../../grader/kit.ts';
import { lossAndGradients } from '../../../reference/nets/deep-network.ts';
import type { Layer, Matrix, Vector } from '../../../reference/numerics/types.ts';
import { type Phi, type Phis, withNames } from '../activations.ts';
import { forwardOfBatch } from '../nets/batch-forward.ts';
import type { DeepNetworkTasks } from '../reference.ts';
import { backpropagation } from './backpropagation.ts';

const transposed = (matrix: Matrix): Matrix => matrix[0]!.map((_, i) => matrix.map((row) => row[i]!));
const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, k) => row.reduce((sum, value, i) => sum + value * b[i]![k]!, 0)));

/** φ′ from the activation, where there is a short formula for it. */
const slopes: Readonly<Record<string, (a: number) => number>> = {
  sigmoid: (a) => a * (1 - a),
  tanh: (a) => (1 - a) * (1 + a),
  relu: (a) => Math.sign(a),
};

const slopeAt = ({ name, derivative }: Phi, z: number, a: number): number => slopes[name]?.(a) ?? derivative(z);

/** The whole batch at once, as libraries do it: ∂/∂W_l = Δ_lᵀ·A_(l−1), Δ_l = Δ_(l+1)·W_(l+1) ⊙ φ′. */
function batchGradients(layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) {
  const { sums, outputs } = forwardOfBatch(layers, phi, inputs);
  let loss = 0;
  let delta = outputs.at(-1)!.map((logits, n): Vector => {
    const largest = Math.max(...logits);
    const logSum = Math.log(logits.reduce((sum, z) => sum + Math.exp(z - largest), 0));
    const logSoftmax = logits.map((z) => z - largest - logSum);
    loss -= logSoftmax[labels[n]!]! / inputs.length;
    return logSoftmax.map((value, k) => (Math.exp(value) - Number(k === labels[n])) / inputs.length);
  });
  const gradients: Layer[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    gradients.unshift({
      weights: product(transposed(delta), outputs[l]!),
      biases: transposed(delta).map((column) => column.reduce((sum, d) => sum + d, 0)),
    });
    if (l === 0) break;
    delta = product(delta, layers[l]!.weights).map((row, n) =>
      row.map((value, i) => value * slopeAt(phi, sums[l - 1]![n]![i]!, outputs[l]![n]![i]!)),
    );
  }
  return { loss, gradients };
}

const typed = (vector: Vector): Vector => Float64Array.from(vector) as unknown as Vector;

const scaled = ({ weights, biases }: Layer, factor: number): Layer => ({
  weights: weights.map((row) => row.map((w) => w * factor)),
  biases: biases.map((b) => b * factor),
});

export const gradientsProof = ({ lossAndGradients: task }: DeepNetworkTasks, phis: Phis): Proof => ({
  rightAnswers: rightAnswers(
    task,
    withNames(phis, {
      'whole-batch': batchGradients,
      'one-half-at-the-kink': backpropagation({
        gate: (pass, l, { isRelu, derivative }) =>
          pass.preactivations[l]!.map((z) => (isRelu && z === 0 ? 0.5 : derivative(z))),
      }),
      'typed-arrays': (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) => {
        const { loss, gradients } = lossAndGradients(layers, phi, inputs, labels);
        return {
          loss,
          gradients: gradients.map(({ weights, biases }) => ({ weights: weights.map(typed), biases: typed(biases) })),
        };
      },
    }),
  ),
  mutants: mutants(
    task,
    withNames(phis, {
      'one-layer-is-hidden-too': (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) => {
        const { loss, gradients } = lossAndGradients(layers, phi, inputs, labels);
        return { loss, gradients: layers.length > 1 ? gradients : gradients.map((layer) => scaled(layer, 0.5)) };
      },
      'stops-after-four-layers': (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) => {
        const { loss, gradients } = lossAndGradients(layers, phi, inputs, labels);
        return { loss, gradients: gradients.map((layer, l) => (l < layers.length - 4 ? scaled(layer, 0) : layer)) };
      },
      'forgets-the-labels': (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) => {
        const answer = lossAndGradients(layers, phi, inputs, labels);
        labels.length = 0;
        return answer;
      },
    }),
  ),
});
