import { mutants, type Proof, rightAnswers } from '../../grader/kit.ts';
import { deepForward, layerStatistics, lossAndGradients } from '../../reference/deep-network.ts';
import type { Layer, Matrix, Vector } from '../../reference/types.ts';
import type { Phi, Phis } from './activations.ts';
import { byName } from './by-name.ts';
import type { DeepNetworkTasks } from './reference.ts';
import { backpropagation } from './wrong-network.ts';

/** Layer by layer for the whole batch, one row an example: Z_1 … Z_L, and A_0, the inputs, … A_L, the logits. */
function forwardOfBatch(layers: readonly Layer[], { value }: Phi, inputs: Matrix) {
  const sums: Matrix[] = [];
  const outputs = [inputs];
  for (const [l, { weights, biases }] of layers.entries()) {
    const isLast = l === layers.length - 1;
    const rows = outputs[l]!.map((row) =>
      weights.map((w, j) => {
        let z = biases[j]!;
        for (let i = 0; i < row.length; i++) z += w[i]! * row[i]!;
        return z;
      }),
    );
    sums.push(rows);
    outputs.push(isLast ? rows : rows.map((row) => row.map((z) => value(z))));
  }
  return { sums, outputs };
}

/** Welford's running mean and variance. */
function runningStatistics(layers: Layer[], phi: Phi, inputs: Matrix) {
  return forwardOfBatch(layers, phi, inputs)
    .outputs.slice(1, -1)
    .map((rows) => {
      let [count, mean, squares] = [0, 0, 0];
      for (const a of rows.flat()) {
        count += 1;
        const before = a - mean;
        mean += before / count;
        squares += before * (a - mean);
      }
      return { mean, std: Math.sqrt(squares / count) };
    });
}

/** √(E[a²] − E[a]²) */
function onePassStatistics(layers: Layer[], phi: Phi, inputs: Matrix) {
  return forwardOfBatch(layers, phi, inputs)
    .outputs.slice(1, -1)
    .map((rows) => {
      let [sum, squares] = [0, 0];
      for (const row of rows) {
        for (const a of row) {
          sum += a;
          squares += a * a;
        }
      }
      const n = rows.length * rows[0]!.length;
      return { mean: sum / n, std: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)) };
    });
}

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

/** Of the functions of a net that does not learn yet. */
export const networkProof = (t: DeepNetworkTasks, phis: Phis): Proof => ({
  rightAnswers: [
    ...rightAnswers(t.layerStatistics, byName(phis, { running: runningStatistics, 'one-pass': onePassStatistics })),
    ...rightAnswers(
      t.lossAndGradients,
      byName(phis, {
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
  ],
  mutants: [
    ...mutants(
      t.layerStatistics,
      byName(phis, {
        'forward-in-place': (layers: Layer[], phi: Phi, inputs: Matrix) => {
          const statistics = layerStatistics(layers, phi, inputs);
          for (const [n, input] of inputs.entries()) inputs[n] = deepForward(layers, phi, input).activations.at(-1)!;
          return statistics;
        },
      }),
    ),
    ...mutants(
      t.lossAndGradients,
      byName(phis, {
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
  ],
});
