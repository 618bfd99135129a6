import { type Plot, type Point, plot, RngSeed, twoLines } from '../../grader/contract.ts';
import { globalNorm } from '../../reference/clipping.ts';
import { meanLoss } from '../../reference/deep-network.ts';
import { xavierNormal } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import { asVectors, initialize } from '../../reference/training.ts';
import { classes, training } from './digits.ts';
import type { DeepNetworkTasks, TrainArgs } from './reference.ts';
import { reluRuns, tanhRuns } from './training-runs.ts';

/** Any state: it is the same in every check, so that a picture changes only where the function does. */
const state = 2010;

const batch = { inputs: training.inputs.slice(0, 10), labels: training.labels.slice(0, 10) };
const { hiddenSizes } = reluRuns.settings;
const sizes = [batch.inputs[0]!.length, ...hiddenSizes, classes];
/** The deep net of the statement, as it is drawn for tanh. */
const layers = initialize(sizes, xavierNormal, createRng(state));

/** Layer 1 is the first to have weights. */
const byLayer = (values: readonly number[]): Point[] => values.map((value, l) => [l + 1, value]);

/** Epochs after which the loss is looked at: each point trains a net of its own from the same state of the generator. */
const epochs = [0, 1, 2, 4, 6];
const { epochs: _, ...settings } = tanhRuns.settings;

/** What is drawn for who has failed: statistics and gradients through the deep net, and how the loss goes down. */
export const plots = ({ layerStatistics, lossAndGradients, train }: DeepNetworkTasks): readonly Plot[] => [
  plot('statistics', layerStatistics, {
    calls: [[layers, 'tanh', batch.inputs]],
    draw([yours = []], [right = []], names) {
      const stds = [yours, right].map((statistics) => byLayer(statistics.map(({ std }) => std)));
      return twoLines([{ label: 'l', domain: [1, hiddenSizes.length] }, 'std(a)'], names, [stds[0]!, stds[1]!]);
    },
  }),
  plot('gradient-norms', lossAndGradients, {
    calls: [[layers, 'tanh', batch.inputs, batch.labels]],
    draw([yours], [right], names) {
      const norms = [yours, right].map((answer) =>
        byLayer((answer?.gradients ?? []).map((gradient) => globalNorm(asVectors([gradient])))),
      );
      return twoLines([{ label: 'l', domain: [1, layers.length] }, '‖∂L/∂θ‖'], names, [norms[0]!, norms[1]!]);
    },
  }),
  plot('loss', train, {
    calls: epochs.map((count): TrainArgs => [training, { ...settings, epochs: count }, new RngSeed(state)]),
    draw(yours, right, names) {
      const losses = [yours, right].map((nets) =>
        nets.map((net, i): Point => [epochs[i]!, meanLoss(net, 'tanh', training.inputs, training.labels)]),
      );
      return {
        ...twoLines([{ label: names.epochs, domain: [0, epochs.at(-1)!] }, 'loss'], names, [losses[0]!, losses[1]!]),
        y: { label: 'L', domain: [0, Math.max(3, ...losses.flat().map(([, loss]) => Math.min(loss, 10)))] },
      };
    },
  }),
];
