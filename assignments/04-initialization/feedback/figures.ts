import {
  decades,
  type Figure,
  histogram,
  type LookDrawn,
  lookCalls,
  type Point,
  pictureAt,
  type Series,
  type SliderValues,
} from '../../../grader/kit.ts';
import type { Matrix } from '../../../reference/numerics/types.ts';
import { statesFrom } from '../initializers/generators.ts';
import { type Parameters, setupOf } from '../parameters.ts';
import type { InitializationTasks, InitializerArgs, InitializerTask } from '../reference.ts';
import en from './figures.en.json' with { type: 'json' };
import ru from './figures.ru.json' with { type: 'json' };
import { backwards, first, forwards, lastActivations } from './signals.ts';

const styles = ['dotted', 'dashed', 'solid'] as const;
const sliders = [
  { id: 'depth', from: 5, to: 50, step: 5, at: 50 },
  { id: 'width', from: 8, to: 64, step: 8, at: 32 },
];
const inputs = 20;
const bars = 41;
const edge = 3;
/** So close to 0 an activation carries nothing on. */
const nearZero = 0.01;

/** A signal and a gradient through layers that three initializers have drawn, as the net gets deeper and wider. */
export function figures(tasks: InitializationTasks, given?: Partial<Parameters>): readonly Figure[] {
  const { phi } = setupOf(given);
  const { standardUniform, xavierNormal, xavierUniform, heNormal, heUniform } = tasks;
  /** Weights of one variance look alike: of the two, that at which one is. */
  const chosen = (task: string): readonly InitializerTask[] => [
    standardUniform,
    task === xavierUniform.id ? xavierUniform : xavierNormal,
    task === heUniform.id ? heUniform : heNormal,
  ];
  type Lines = readonly (readonly number[])[];
  const figure = (
    id: keyof typeof en,
    valuesOf: (net: readonly Matrix[]) => readonly number[],
    drawing: (lines: Lines, depth: number, seriesOf: (points: readonly (readonly Point[])[]) => Series[]) => LookDrawn,
  ): Figure => ({
    sliders,
    words: { en: en[id], ru: ru[id] },
    look({ depth = 50, width = 32 }: SliderValues, task: string) {
      const three = chosen(task);
      const calls = statesFrom(first, depth).map((state): InitializerArgs => [width, width, state]);
      const seriesOf = (all: readonly (readonly Point[])[]): Series[] =>
        three.map(({ id: name }, i) => ({ label: name, points: all[i]!, style: styles[i]!, of: name }));
      return pictureAt({
        asks: three.map((one) => lookCalls(one, calls)),
        draw(nets) {
          const made = drawing(nets.map(valuesOf), depth, seriesOf);
          const names = Object.fromEntries(three.map(({ id: name }, i) => [`name${i}`, name]));
          const values = { depth: String(depth), width: String(width), phi: phi.symbol, ...names };
          return { ...made, values: { ...values, ...made.values } };
        },
      });
    },
  });
  const byLayer = (x: string, y: string) => (lines: Lines, depth: number, seriesOf: (of: Point[][]) => Series[]) => {
    const series = seriesOf(lines.map((line) => line.map((square, l): Point => [l, square])));
    return {
      drawing: {
        x: { label: x, domain: [0, depth] as const },
        y: { label: y, domain: decades(series), scale: 'log' as const },
        series,
      },
      values: valuesBy(lines.map((line) => (line.at(-1) ?? Number.NaN).toPrecision(2))),
    };
  };
  return [
    figure('forwards', (net) => forwards(net, phi), byLayer('l', 'E[a²]')),
    figure('backwards', (net) => backwards(net, phi), byLayer('L − l', 'E[δ²]')),
    figure(
      'activations',
      (net) => lastActivations(net, phi, inputs),
      (lines, _, seriesOf) => ({
        drawing: {
          x: { label: 'a', domain: [-edge, edge] },
          y: { label: 'p(a)', domain: [0, 1.05] },
          series: seriesOf(lines.map((line) => histogram(line, [-edge, edge], bars, 1))),
        },
        values: valuesBy(
          lines.map((line) => ((100 * line.filter((a) => Math.abs(a) < nearZero).length) / line.length).toFixed(0)),
        ),
      }),
    ),
  ];
}

const valuesBy = (all: readonly string[]): Record<string, string> =>
  Object.fromEntries(all.map((value, i) => [`value${i}`, value]));
