import {
  askedCall,
  type Draw,
  histogram,
  oralLine,
  RngSeed,
  toldApart,
  type WhichIsWhich,
} from '../../../grader/kit.ts';
import { type Setup, varianceOf } from '../parameters.ts';
import type { InitializationTasks } from '../reference.ts';

const bars = 25;
/** In standard deviations of the widest. */
const reach = 2.5;

/** Deviations that are closer than this, of weights of one kind, are not told apart by eye. */
const apart = 1.15;

/** Histograms of weights that the student's initializers draw for one layer. */
export function histograms(tasks: InitializationTasks, { schemes }: Setup, draw: Draw): WhichIsWhich {
  const fan = draw.one([50, 72, 98, 128, 162]);
  const all = [
    { task: tasks.standardUniform, scheme: schemes.standard, isUniform: true },
    { task: tasks.xavierUniform, scheme: schemes.balanced, isUniform: true },
    { task: tasks.xavierNormal, scheme: schemes.balanced, isUniform: false },
    { task: tasks.heNormal, scheme: schemes.gained, isUniform: false },
    { task: tasks.heUniform, scheme: schemes.gained, isUniform: true },
  ].map((one) => ({ ...one, std: Math.sqrt(varianceOf(one.scheme, fan, fan)) }));
  const drawn = toldApart(
    draw.some(all, all.length),
    4,
    (a, b) => a.isUniform !== b.isUniform || Math.max(a.std / b.std, b.std / a.std) >= apart,
  );
  const edge = Number((reach * Math.max(...drawn.map(({ std }) => std))).toPrecision(2));
  return {
    id: 'histograms',
    kind: 'histograms',
    values: { fan: String(fan), edge: String(edge), width: String(Number(((2 * edge) / bars).toPrecision(2))) },
    lines: drawn.map(({ task }) =>
      oralLine({
        kind: 'initializer',
        values: { name: task.id },
        asked: askedCall(task, [fan, fan, new RngSeed(draw.seed())]),
        heights: (weights) => {
          const outline = histogram(weights.flat(), [-edge, edge], bars, Number.POSITIVE_INFINITY);
          // Each bar has two corners, and there is one more on either side.
          return Array.from({ length: bars }, (_, bar) => outline[1 + 2 * bar]![1]);
        },
      }),
    ),
  };
}
