import { type Plot, type Point, plot, RngSeed, twoLines } from '../../../grader/kit.ts';
import { globalNorm } from '../../../reference/nets/clipping.ts';
import { asVectors, initialize } from '../../../reference/nets/training.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import { digitsOf } from '../digits/digits.ts';
import { runsOf } from '../digits/runs.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import type { DeepNetworkTasks, TrainArgs } from '../reference.ts';
import { rulesOf } from '../rules.ts';

/** Any state: it is the same in every check, so that a picture changes only where the function does. */
const state = 2010;

/** Layer 1 is the first to have weights. */
const byLayer = (values: readonly number[]): Point[] => values.map((value, l) => [l + 1, value]);

/** Epochs after which the loss is looked at: each point trains a net of its own from the same state of the generator. */
const epochs = [0, 1, 2, 4, 6];

/** What is drawn for who has failed: statistics and gradients through the deep net, and how the loss goes down. */
export function plots(
  { layerStatistics, lossAndGradients, train }: DeepNetworkTasks,
  given?: Partial<Parameters>,
): readonly Plot[] {
  const parameters = parametersOf(given);
  const rules = rulesOf(parameters);
  const { symmetric } = rules.phis;
  const { training } = digitsOf(parameters);
  const runs = runsOf(parameters);
  const batch = { inputs: training.inputs.slice(0, 10), labels: training.labels.slice(0, 10) };
  const { hiddenSizes, classes } = runs.relu.settings;
  /** The deep net of the statement, as it is drawn for tanh. */
  const layers = initialize([batch.inputs[0]!.length, ...hiddenSizes, classes], symmetric.normal, createRng(state));
  return [
    plot('statistics', layerStatistics, {
      calls: [[layers, symmetric.name, batch.inputs]],
      draw([yours = []], [right = []], names) {
        const stds = [yours, right].map((statistics) => byLayer(statistics.map(({ std }) => std)));
        return twoLines([{ label: 'l', domain: [1, hiddenSizes.length] }, 'std(a)'], names, [stds[0]!, stds[1]!]);
      },
    }),
    plot('gradient-norms', lossAndGradients, {
      calls: [[layers, symmetric.name, batch.inputs, batch.labels]],
      draw([yours], [right], names) {
        const norms = [yours, right].map((answer) =>
          byLayer((answer?.gradients ?? []).map((gradient) => globalNorm(asVectors([gradient])))),
        );
        return twoLines([{ label: 'l', domain: [1, layers.length] }, '‖∂L/∂θ‖'], names, [norms[0]!, norms[1]!]);
      },
    }),
    plot('loss', train, {
      calls: epochs.map(
        (count): TrainArgs => [training, { ...runs.symmetric.settings, epochs: count }, new RngSeed(state)],
      ),
      draw(yours, right, names) {
        const losses = [yours, right].map((nets) =>
          nets.map(
            (net, i): Point => [epochs[i]!, rules.meanLoss(net, symmetric.name, training.inputs, training.labels)],
          ),
        );
        return {
          ...twoLines([{ label: names.epochs, domain: [0, epochs.at(-1)!] }, 'loss'], names, [losses[0]!, losses[1]!]),
          y: { label: 'L', domain: [0, Math.max(3, ...losses.flat().map(([, loss]) => Math.min(loss, 10)))] },
        };
      },
    }),
  ];
}
