import { decades, type Look, look, lookCalls, type Point, type Series } from '../../../grader/kit.ts';
import { globalNorm } from '../../../reference/nets/clipping.ts';
import { initialize } from '../../../reference/nets/training.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { type Initializer, standardUniform } from '../../../reference/weights/initializers.ts';
import type { Phi } from '../activations.ts';
import { digitsOf } from '../digits/digits.ts';
import { runsOf } from '../digits/runs.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import type { DeepNetworkTasks, GradientArgs, StatisticsArgs } from '../reference.ts';
import { type Rules, rulesOf } from '../rules.ts';
import { learning } from './learning.ts';
import en from './looks.en.json' with { type: 'json' };
import ru from './looks.ru.json' with { type: 'json' };

/** Any state: it is the same in every check, so that a picture changes only where the function does. */
const state = 2010;
const few = 20;
const styles = ['dotted', 'dashed', 'solid', 'dashdot'] as const;
const short = (value: number): string =>
  value < 1e-3 ? value.toExponential(1) : Number(value.toPrecision(2)).toString();

const lines = (labels: readonly string[], all: readonly (readonly number[])[]): Series[] =>
  all.map((values, i) => ({
    label: labels[i]!,
    points: values.map((value, l): Point => [l + 1, value]),
    style: styles[i]!,
  }));

/** Nets of the assignment's depth that have just been drawn, and what the student's functions say of them. */
function fresh(tasks: DeepNetworkTasks, { phis }: Rules, parameters: Parameters): readonly Look[] {
  const { inputs, labels } = digitsOf(parameters).training;
  const batch = { inputs: inputs.slice(0, few), labels: labels.slice(0, few) };
  const sizes = [inputs[0]!.length, ...runsOf(parameters).relu.settings.hiddenSizes, parameters.classes];
  const kinds: readonly (readonly [phi: Phi, draw: Initializer, way: string])[] = [
    [phis.symmetric, standardUniform, 'standard'],
    [phis.symmetric, phis.symmetric.normal, 'Xavier'],
    [phis.relu, phis.relu.normal, 'He'],
    [phis.other, phis.other.normal, 'Xavier'],
  ];
  const nets = kinds.map(([phi, draw]): [Layer[], string] => [initialize(sizes, draw, createRng(state)), phi.name]);
  const names = kinds.map(([phi, , way]) => `${phi.name}, ${way}`);
  const statistics = lookCalls(
    tasks.layerStatistics,
    nets.map(([net, name]): StatisticsArgs => [net, name, batch.inputs]),
  );
  const gradients = lookCalls(
    tasks.lossAndGradients,
    nets.map(([net, name]): GradientArgs => [net, name, batch.inputs, batch.labels]),
  );
  // Of one example each: ∂L/∂b of the last layer is p − 1 at the label, and p elsewhere.
  const two = lookCalls(
    tasks.lossAndGradients,
    nets.flatMap(([net, name]) => [0, 1].map((n): GradientArgs => [net, name, [batch.inputs[n]!], [batch.labels[n]!]])),
  );
  const logits = (layers: readonly Layer[], n: number): number[] =>
    (layers.at(-1)?.biases ?? []).map((d, k) => Math.log(d + Number(k === batch.labels[n])));
  return [
    look({
      id: 'fresh',
      asks: [statistics, gradients, two],
      draw([stds, own, each]) {
        const series = lines(
          names,
          stds.map((layers) => layers.map(({ std }) => std)),
        );
        const apart = nets.map((_, i) => {
          const [a = [], b = []] = [0, 1].map((n) => logits(each[2 * i + n]!.gradients, n));
          return short(Math.max(...a.map((logit, k) => Math.abs(logit - b[k]!))));
        });
        return {
          drawing: {
            x: { label: 'l', domain: [1, sizes.length - 2] },
            y: { label: 'std(a)', domain: decades(series, 1), scale: 'log' },
            series,
          },
          values: {
            loss: own[1]!.loss.toFixed(3),
            classes: String(parameters.classes),
            chance: Math.log(parameters.classes).toFixed(3),
            symmetric: phis.symmetric.name,
            other: phis.other.name,
            apart0: apart[0]!,
            apart1: apart[1]!,
            apart2: apart[2]!,
            apart3: apart[3]!,
          },
        };
      },
      words: { en: en.fresh, ru: ru.fresh },
    }),
    look({
      id: 'gradients',
      asks: [gradients],
      draw([own]) {
        const rms = ({ weights }: Layer): number =>
          globalNorm(weights) / Math.sqrt(weights.length * weights[0]!.length);
        const series = lines(
          names,
          own.map(({ gradients: layers }) => layers.slice(0, -1).map(rms)),
        );
        return {
          drawing: {
            x: { label: 'l', domain: [1, sizes.length - 2] },
            y: { label: 'rms ∂L/∂W', domain: decades(series, 1), scale: 'log' },
            series,
          },
          values: { symmetric: phis.symmetric.name, other: phis.other.name },
        };
      },
      words: { en: en.gradients, ru: ru.gradients },
    }),
  ];
}

/** What a fresh net says, and what a trained one does. */
export function looks(tasks: DeepNetworkTasks, given?: Partial<Parameters>): readonly Look[] {
  const parameters = parametersOf(given);
  const rules = rulesOf(parameters);
  return [...fresh(tasks, rules, parameters), learning(tasks, rules, parameters)];
}
