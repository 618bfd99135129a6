import { mutants, type Proof, rightAnswers } from '../../grader/contract.ts';
import { globalNorm } from '../../reference/clipping.ts';
import { type Activation, lossAndGradients } from '../../reference/deep-network.ts';
import { asVectors, type StepOptions, trainStep } from '../../reference/training.ts';
import type { Layer, Matrix } from '../../reference/types.ts';
import { networkProof } from './proof-network.ts';
import { trainingProof } from './proof-training.ts';
import type { DeepNetworkTasks } from './reference.ts';

/** The mean of the steps' gradients, one example after the other, on a copy; clipped as PyTorch does it. */
function stepByLoops(
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
  { learningRate, maxNorm, l2 }: StepOptions,
): Layer[] {
  const next = structuredClone(layers);
  const sums = structuredClone(layers);
  for (const { weights, biases } of sums) {
    for (const row of weights) for (const i of row.keys()) row[i]! *= l2 ?? 0;
    biases.fill(0);
  }
  for (const [n, input] of inputs.entries()) {
    const { gradients } = lossAndGradients(layers, activation, [input], [labels[n]!]);
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
      for (const i of row.keys()) row[i]! -= learningRate * factor * sums[l]!.weights[j]![i]!;
      biases[j]! -= learningRate * factor * sums[l]!.biases[j]!;
    }
  }
  return next;
}

/** (1 − ηcλ)w − ηc·g with c the clipping's factor, which is the same step in other terms. */
function stepByDecay(
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
  { learningRate, maxNorm = 1e9, l2 = 0 }: StepOptions,
): Layer[] {
  const { gradients } = lossAndGradients(layers, activation, inputs, labels);
  const regularized = gradients.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => row.map((g, i) => g + l2 * layers[l]!.weights[j]![i]!)),
    biases,
  }));
  const rate = (learningRate * maxNorm) / Math.max(maxNorm, Math.hypot(...asVectors(regularized).flat()));
  return layers.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => row.map((w, i) => (1 - rate * l2) * w - rate * gradients[l]!.weights[j]![i]!)),
    biases: biases.map((b, j) => b - rate * gradients[l]!.biases[j]!),
  }));
}

/** Right answers in other styles, and wrong ones of which each is stopped by one law alone. */
export const proof = (t: DeepNetworkTasks): Proof => {
  const [network, training] = [networkProof(t), trainingProof(t)];
  return {
    rightAnswers: [
      ...network.rightAnswers,
      ...rightAnswers(t.trainStep, { loops: stepByLoops, 'weight-decay': stepByDecay }),
      ...training.rightAnswers,
    ],
    mutants: [
      ...network.mutants,
      ...mutants(t.trainStep, {
        'stands-still-without-options': (layers, activation, inputs, labels, options) =>
          Object.keys(options).length > 1 ? trainStep(layers, activation, inputs, labels, options) : layers,
      }),
      ...training.mutants,
    ],
  };
};
