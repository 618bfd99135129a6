import { heldOut, training } from '../../assignments/05-deep-network/digits.ts';
import { reluRuns, type TrainingRuns, tanhRuns } from '../../assignments/05-deep-network/training-runs.ts';
import { wrongTraining } from '../../assignments/05-deep-network/wrong-training.ts';
import { accuracy } from '../../reference/deep-network.ts';
import { heNormal, heUniform, xavierNormal, xavierUniform } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import { initialize, train, trainStep } from '../../reference/training.ts';
import type { Layer } from '../../reference/types.ts';

type Train = typeof train;

/** Without a shuffle, which the contract does not ask for. */
const inOrder =
  (draw: typeof heNormal): Train =>
  ({ inputs, labels }, { hiddenSizes, classes, activation, epochs, batchSize, ...options }, rng) => {
    let layers: Layer[] = initialize([inputs[0]!.length, ...hiddenSizes, classes], draw, rng);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let at = 0; at < inputs.length; at += batchSize) {
        const [rows, targets] = [inputs.slice(at, at + batchSize), labels.slice(at, at + batchSize)];
        layers = trainStep(layers, activation, rows, targets, options);
      }
    }
    return layers;
  };

const style = (name: string, way: Train, { settings, nets, threshold }: TrainingRuns) => ({
  name: `${settings.activation} ${name}`,
  nets,
  threshold,
  accuracyAt: (seed: number): number =>
    accuracy(way(training, settings, createRng(seed)), settings.activation, heldOut.inputs, heldOut.labels),
});

/** The ways to train that are measured: right ones first. */
export const styles = [
  style('right: He normal, shuffled', train, reluRuns),
  style('right: He normal, in order', inOrder(heNormal), reluRuns),
  style('right: He uniform, in order', inOrder(heUniform), reluRuns),
  style('right: Xavier normal, shuffled', train, tanhRuns),
  style('right: Xavier uniform, in order', inOrder(xavierUniform), tanhRuns),
  style('right: Xavier normal, in order', inOrder(xavierNormal), tanhRuns),
  style('right: He normal, in order', inOrder(heNormal), tanhRuns),
  ...Object.entries(wrongTraining).map(([id, wrong]) => style(`wrong: ${id}`, wrong, reluRuns)),
  style('wrong: standard-initialization', wrongTraining['standard-initialization'], tanhRuns),
];
