import { mutants, type Proof, rightAnswers } from '../../../../grader/kit.ts';
import { globalNorm } from '../../../../reference/nets/clipping.ts';
import { lossAndGradients } from '../../../../reference/nets/deep-network.ts';
import { asVectors, type StepOptions } from '../../../../reference/nets/training.ts';
import type { Layer } from '../../../../reference/numerics/types.ts';
import { withNames } from '../../activations.ts';
import type { DeepNetworkTasks } from '../../reference.ts';
import type { Rules } from '../../rules.ts';
import type { Step } from './parts.ts';

/** g cut to ±limit, by its size. */
const cut = (g: number, limit: number): number => (Math.abs(g) > limit ? limit * Math.sign(g) : g);

/** The mean of the steps' gradients, one example after the other, on a copy; clipped as PyTorch does it. */
const stepByLoops =
  (strength: number): Step =>
  (layers, phi, inputs, labels, { learningRate, maxNorm, limit = Infinity, l2 }) => {
    const next = structuredClone(layers);
    const sums = structuredClone(layers);
    for (const { weights, biases } of sums) {
      for (const row of weights) for (const i of row.keys()) row[i]! *= strength * (l2 ?? 0);
      biases.fill(0);
    }
    for (const [n, input] of inputs.entries()) {
      const { gradients } = lossAndGradients(layers, phi, [input], [labels[n]!]);
      for (const [l, { weights, biases }] of gradients.entries()) {
        for (const [j, row] of weights.entries()) {
          for (const [i, g] of row.entries()) sums[l]!.weights[j]![i]! += g / inputs.length;
          sums[l]!.biases[j]! += biases[j]! / inputs.length;
        }
      }
    }
    const factor = maxNorm === undefined ? 1 : Math.min(1, maxNorm / (globalNorm(asVectors(sums)) + 1e-6));
    for (const [l, { weights, biases }] of next.entries()) {
      for (const [j, row] of weights.entries()) {
        for (const i of row.keys()) row[i]! -= learningRate * cut(factor * sums[l]!.weights[j]![i]!, limit);
        biases[j]! -= learningRate * cut(factor * sums[l]!.biases[j]!, limit);
      }
    }
    return next;
  };

type Gradients = readonly Layer[];

/** η times what clipping makes of an entry of the gradient, given all of them. */
function stepOf({ learningRate, maxNorm = 1e9, limit }: StepOptions, gradients: Gradients): (g: number) => number {
  if (limit !== undefined) return (g) => Math.sign(g) * learningRate * Math.min(Math.abs(g), limit);
  const rate = (learningRate * maxNorm) / Math.max(maxNorm, Math.hypot(...asVectors(gradients).flat()));
  return (g) => rate * g;
}

/** The penalty's gradient added entry by entry, and everything else in one factor. */
const stepByDecay =
  (strength: number): Step =>
  (layers, phi, inputs, labels, options) => {
    const { l2 = 0 } = options;
    const { gradients } = lossAndGradients(layers, phi, inputs, labels);
    const regularized = gradients.map(({ weights, biases }, l) => ({
      weights: weights.map((row, j) => row.map((g, i) => g + strength * l2 * layers[l]!.weights[j]![i]!)),
      biases,
    }));
    const step = stepOf(options, regularized);
    return layers.map(({ weights, biases }, l) => ({
      weights: weights.map((row, j) => row.map((w, i) => w - step(regularized[l]!.weights[j]![i]!))),
      biases: biases.map((b, j) => b - step(regularized[l]!.biases[j]!)),
    }));
  };

export const stepProof = ({ trainStep: task }: DeepNetworkTasks, { phis, strength, step }: Rules): Proof => ({
  rightAnswers: rightAnswers(
    task,
    withNames(phis, { loops: stepByLoops(strength), 'weight-decay': stepByDecay(strength) }),
  ),
  mutants: mutants(task, {
    'stands-still-without-options': (layers, activation, inputs, labels, options) =>
      Object.keys(options).length > 1 ? step(layers, activation, inputs, labels, options) : layers,
  }),
});
