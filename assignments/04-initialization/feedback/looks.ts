import {
  decades,
  histogram,
  type Look,
  type LookCalls,
  look,
  lookCalls,
  type Point,
  type Series,
} from '../../../grader/kit.ts';
import type { Matrix } from '../../../reference/numerics/types.ts';
import { statesFrom } from '../initializers/generators.ts';
import { type Parameters, setupOf } from '../parameters.ts';
import type { InitializationTasks, InitializerArgs } from '../reference.ts';
import en from './looks.en.json' with { type: 'json' };
import ru from './looks.ru.json' with { type: 'json' };
import { backwards, first, forwards } from './signals.ts';

const depth = 20;
const width = 40;
const styles = ['dotted', 'dashed', 'solid'] as const;

const points = (squares: readonly number[]): Point[] => squares.map((square, l): Point => [l, square]);

/** The signal and the gradient through layers of each of three initializers, and the weights that do it. */
export function looks(tasks: InitializationTasks, given?: Partial<Parameters>): readonly Look[] {
  const { phi } = setupOf(given);
  const three = [tasks.standardUniform, tasks.xavierNormal, tasks.heNormal];
  const states = statesFrom(first, depth);
  const asks = three.map((task) =>
    lookCalls(
      task,
      states.map((state): InitializerArgs => [width, width, state]),
    ),
  );
  const lines = (nets: readonly (readonly Matrix[])[], through: typeof forwards) =>
    nets.map((net, i): Series => ({ label: three[i]!.id, points: points(through(net, phi)), style: styles[i]! }));
  const variance = (id: 'forwards' | 'backwards', x: string, y: string, through: typeof forwards): Look =>
    look({
      id,
      asks,
      draw(nets) {
        const series = lines(nets, through);
        return {
          drawing: {
            x: { label: x, domain: [0, depth] },
            y: { label: y, domain: decades(series), scale: 'log' },
            series,
          },
          values: { phi: phi.symbol, names: three.map(({ id: name }) => `\`${name}\``).join(', ') },
        };
      },
      words: { en: en[id], ru: ru[id] },
    });
  return [
    variance('forwards', 'l', 'E[a²]', forwards),
    variance('backwards', 'L − l', 'E[δ²]', backwards),
    weights(tasks, asks),
  ];
}

const bars = 41;

/** The weights of one layer each, as histograms over one another. */
const weights = (
  { standardUniform, xavierNormal, heNormal }: InitializationTasks,
  asks: readonly LookCalls<Matrix>[],
): Look =>
  look({
    id: 'histograms',
    asks,
    draw(nets) {
      const all = nets.map((net) => net.slice(0, 4).flat(2));
      const limit = Math.max(...all.flat().map(Math.abs));
      const outlines = all.map((values) => histogram(values, [-limit, limit], bars, Number.POSITIVE_INFINITY));
      const top = Math.max(...outlines.flat().map(([, height]) => height));
      return {
        drawing: {
          x: { label: 'w', domain: [-limit, limit] },
          y: { label: 'p(w)', domain: [0, 1.05 * top] },
          series: [standardUniform, xavierNormal, heNormal].map(
            ({ id }, i): Series => ({
              label: id,
              labelAt: [0.42 * limit, (0.95 - 0.09 * i) * top],
              points: outlines[i]!,
              style: styles[i]!,
            }),
          ),
        },
        values: { width: String(width) },
      };
    },
    words: { en: en.histograms, ru: ru.histograms },
  });
