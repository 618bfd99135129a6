import { decades, type Figure, lookCalls, type Point, pictureAt, RngSeed, type Series } from '../../../grader/kit.ts';
import { digitsOf } from '../digits/digits.ts';
import { runsOf } from '../digits/runs.ts';
import type { Parameters } from '../parameters.ts';
import type { DeepNetworkTasks, StatisticsArgs, TrainArgs } from '../reference.ts';
import { rulesOf } from '../rules.ts';
import en from './figures.en.json' with { type: 'json' };
import ru from './figures.ru.json' with { type: 'json' };

/** Any state: nets of more epochs go on from those of fewer. */
const state = 2010;
const few = 100;

const half = <Value>(all: readonly Value[]): Value[] => all.filter((_, n) => n % 2 === 0);

/**
 * The narrow net of the statement as it trains, epoch by epoch: its loss and its accuracy, and below them the spread of
 * the activations in its layers. `train` gives a net when it is done, so that each epoch is a run of its own.
 */
export function trainingFigures(
  { train, layerStatistics }: DeepNetworkTasks,
  parameters: Parameters,
): readonly Figure[] {
  const rules = rulesOf(parameters);
  const { training: whole, heldOut } = digitsOf(parameters);
  // Every other digit: as good to look at, and in half the time.
  const [inputs, labels] = [half(whole.inputs), half(whole.labels)];
  const { settings } = runsOf(parameters).symmetric;
  const { name } = rules.phis.symmetric;
  const { epochs: all, hiddenSizes } = settings;
  const sliders = [{ id: 'epochs', from: 1, to: all, step: 1, at: 1, runs: true }] as const;
  const runs = (epochs: readonly number[]) =>
    lookCalls(
      train,
      epochs.map((count): TrainArgs => [{ inputs, labels }, { ...settings, epochs: count }, new RngSeed(state)]),
    );
  return [
    {
      sliders,
      words: { en: en.learning, ru: ru.learning },
      look: ({ epochs = 1 }) =>
        pictureAt({
          asks: [runs(Array.from({ length: epochs + 1 }, (_, epoch) => epoch))],
          draw([nets]) {
            const losses = nets.map((net) => rules.meanLoss(net, name, inputs, labels));
            const shares = nets.map((net) => rules.accuracy(net, name, heldOut));
            const points = (values: readonly number[]): Point[] => values.map((value, epoch) => [epoch, value]);
            return {
              drawing: {
                x: { label: 'epochs', domain: [0, all] },
                y: { label: '', domain: [0, Math.max(2.5, Math.min(5, ...losses))] },
                series: [
                  { label: 'L', points: points(losses), style: 'solid', of: train.id },
                  { label: 'accuracy', points: points(shares), style: 'dotted', of: train.id },
                ],
              },
              values: {
                epochs: String(epochs),
                examples: String(inputs.length),
                loss: losses.at(-1)!.toFixed(2),
                share: (100 * shares.at(-1)!).toFixed(0),
                chance: (100 / parameters.classes).toFixed(0),
              },
            };
          },
        }),
    },
    {
      sliders,
      words: { en: en.layers, ru: ru.layers },
      look: ({ epochs = 1 }) =>
        pictureAt({
          asks: [runs([0, epochs])],
          draw: ([nets]) =>
            pictureAt({
              asks: [
                lookCalls(
                  layerStatistics,
                  nets.map((net): StatisticsArgs => [net, name, inputs.slice(0, few)]),
                ),
              ],
              draw(statistics) {
                const series = statistics[0].map(
                  (layers, i): Series => ({
                    label: ['before', 'now'][i]!,
                    points: layers.map(({ std }, l): Point => [l + 1, std]),
                    style: i === 0 ? 'dotted' : 'solid',
                    of: layerStatistics.id,
                  }),
                );
                return {
                  drawing: {
                    x: { label: 'l', domain: [1, hiddenSizes.length] },
                    y: { label: 'std(a)', domain: decades(series, 1), scale: 'log' },
                    series,
                  },
                  values: {
                    epochs: String(epochs),
                    first: (series[1]?.points[0]?.[1] ?? Number.NaN).toPrecision(2),
                    last: (series[1]?.points.at(-1)?.[1] ?? Number.NaN).toPrecision(2),
                  },
                };
              },
            }),
        }),
    },
  ];
}
