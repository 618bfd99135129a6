import { mutants, type Proof, rightAnswers } from '../../../grader/kit.ts';
import { deepForward, layerStatistics } from '../../../reference/nets/deep-network.ts';
import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import { type Phi, type Phis, withNames } from '../activations.ts';
import { forwardOfBatch } from '../nets/batch-forward.ts';
import type { DeepNetworkTasks } from '../reference.ts';

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

export const statisticsProof = ({ layerStatistics: task }: DeepNetworkTasks, phis: Phis): Proof => ({
  rightAnswers: rightAnswers(task, withNames(phis, { running: runningStatistics, 'one-pass': onePassStatistics })),
  mutants: mutants(
    task,
    withNames(phis, {
      'off-in-nets-of-more-than-three-layers': (layers: Layer[], phi: Phi, inputs: Matrix) =>
        layerStatistics(layers, phi, inputs).map(({ mean, std }) => ({
          mean,
          std: layers.length > 3 ? 1.001 * std : std,
        })),
      'forward-in-place': (layers: Layer[], phi: Phi, inputs: Matrix) => {
        const statistics = layerStatistics(layers, phi, inputs);
        for (const [n, input] of inputs.entries()) inputs[n] = deepForward(layers, phi, input).activations.at(-1)!;
        return statistics;
      },
    }),
  ),
});
