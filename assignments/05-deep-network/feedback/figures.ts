import { decades, type Figure, lookCalls, type Point, pictureAt } from '../../../grader/kit.ts';
import { initialize } from '../../../reference/nets/training.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import { digitsOf } from '../digits/digits.ts';
import { runsOf } from '../digits/runs.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import type { DeepNetworkTasks, StatisticsArgs } from '../reference.ts';
import { rulesOf } from '../rules.ts';
import en from './figures.en.json' with { type: 'json' };
import ru from './figures.ru.json' with { type: 'json' };
import { trainingFigures } from './training-figures.ts';

/** Any state: it is the same at each look. */
const state = 2010;
const few = 20;

const short = (value: number): string => (value < 1e-3 ? value.toExponential(1) : value.toPrecision(2));

/** A net that trains, and the spread of the activations in a fresh one, layer by layer, as its weights grow. */
export function figures(tasks: DeepNetworkTasks, given?: Partial<Parameters>): readonly Figure[] {
  const { layerStatistics } = tasks;
  const parameters = parametersOf(given);
  const { relu } = rulesOf(parameters).phis;
  const inputs = digitsOf(parameters).training.inputs.slice(0, few);
  const sizes = [inputs[0]!.length, ...runsOf(parameters).relu.settings.hiddenSizes, parameters.classes];
  const fresh = initialize(sizes, relu.normal, createRng(state));
  return [
    ...trainingFigures(tasks, parameters),
    {
      sliders: [{ id: 'scale', from: 0.25, to: 2, step: 0.05, at: 1 }],
      words: { en: en.fresh, ru: ru.fresh },
      look({ scale = 1 }) {
        const net = fresh.map(({ weights, biases }) => ({
          weights: weights.map((row) => row.map((w) => scale * w)),
          biases,
        }));
        const args: StatisticsArgs = [net, relu.name, inputs];
        return pictureAt({
          asks: [lookCalls(layerStatistics, [args])],
          draw([[layers = []]]) {
            const points = layers.map(({ std }, l): Point => [l + 1, std]);
            return {
              drawing: {
                x: { label: 'l', domain: [1, Math.max(sizes.length - 2, 2)] },
                y: { label: 'std(a)', domain: decades([{ points }]), scale: 'log' },
                series: [{ label: `× ${scale}`, points, style: 'solid' }],
              },
              values: {
                scale: String(scale),
                first: short(points[0]?.[1] ?? Number.NaN),
                last: short(points.at(-1)?.[1] ?? Number.NaN),
              },
            };
          },
        });
      },
    },
  ];
}
