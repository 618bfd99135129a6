import { decades, type Look, look, lookCalls, type Point, type Series } from '../../../grader/kit.ts';
import { globalNorm } from '../../../reference/nets/clipping.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer, Vector } from '../../../reference/numerics/types.ts';

import { type Parameters, parametersOf } from '../parameters.ts';
import { recurrentOf } from '../recurrent/activation.ts';
import type { GradientControlTasks } from '../reference.ts';
import en from './looks.en.json' with { type: 'json' };
import ru from './looks.ru.json' with { type: 'json' };
import { meanLoss, scaled, scales, shareAt, weights } from './weight-scales.ts';

const gradient: Vector = [3, 1];
const limit = 1.5;

const arrow = (label: string, [x = 0, y = 0]: Vector, labelAt: Point, style: Series['style'] = 'arrow'): Series => ({
  label,
  labelAt,
  points: [
    [0, 0],
    [x, y],
  ],
  style,
});

/** One gradient as it is, and as the student's two functions clip it. */
const clipping = ({ clipByValue, clipByNorm }: GradientControlTasks): Look =>
  look({
    id: 'clipping',
    asks: [lookCalls(clipByValue, [[gradient, limit]]), lookCalls(clipByNorm, [[gradient, limit]])],
    draw: ([[byValue = []], [byNorm = []]]) => ({
      drawing: {
        x: { label: 'g₁', domain: [0, 4] },
        y: { label: 'g₂', domain: [0, 2] },
        series: [
          arrow('g', gradient, [3.1, 1]),
          arrow('by value', byValue, [(byValue[0] ?? 0) + 0.1, (byValue[1] ?? 0) + 0.15]),
          arrow('by norm', byNorm, [(byNorm[0] ?? 0) + 0.1, (byNorm[1] ?? 0) - 0.2]),
        ],
      },
    }),
    words: { en: en.clipping, ru: ru.clipping },
  });

const lambdas = Array.from({ length: 13 }, (_, i) => (i / 12) ** 2 * 0.05);

/** Where the loss and the student's penalty together are least, and how many units are saturated there. */
const penalty = ({ l2Penalty }: GradientControlTasks): Look => {
  const nets: Layer[][] = scales.map((scale) => [scaled(scale)]);
  return look({
    id: 'penalty',
    asks: [
      lookCalls(
        l2Penalty,
        lambdas.flatMap((lambda) => nets.map((net): [Layer[], number] => [net, lambda])),
      ),
    ],
    draw([penalties]) {
      const losses = scales.map(meanLoss);
      const points = lambdas.map((lambda, i): Point => {
        const total = losses.map((loss, at) => loss + penalties[i * scales.length + at]!);
        return [lambda, 100 * shareAt(scales[total.indexOf(Math.min(...total))]!)];
      });
      return {
        drawing: {
          x: { label: 'λ', domain: [0, lambdas.at(-1)!] },
          y: { label: 'saturated', domain: [0, 100] },
          series: [{ label: '', points, style: 'solid' }],
        },
        values: { units: String(weights.length), first: points[0]![1].toFixed(0), last: points.at(-1)![1].toFixed(0) },
      };
    },
    words: { en: en.penalty, ru: ru.penalty },
  });
};

/** Above the line, where lines that meet at one end are apart. */
const labelOf = (gradients: readonly Vector[]): Point => [14, 4 * globalNorm([gradients[13] ?? []])];

const size = 8;
const steps = 50;
const factors = [0.8, 1, 1.2];
const styles = ['dashed', 'solid', 'dashdot'] as const;

/** ρ times an orthogonal matrix: turns in four planes, by angles that are drawn. */
function turned(rho: number): number[][] {
  const { uniform } = createRng(1994);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (let i = 0; i < size; i += 2) {
    const angle = 2 * Math.PI * uniform();
    rows[i]![i] = rho * Math.cos(angle);
    rows[i]![i + 1] = -rho * Math.sin(angle);
    rows[i + 1]![i] = rho * Math.sin(angle);
    rows[i + 1]![i + 1] = rho * Math.cos(angle);
  }
  return rows;
}

/** The gradient on its way back through time, in nets that differ in one factor. */
function recurrence({ unrolledGradients }: GradientControlTasks, given?: Partial<Parameters>): Look {
  const { bounds, states, derivativeFromOutput, member } = recurrentOf(parametersOf(given).recurrentActivation);
  const middle = member === undefined ? states.largest / 2 : (bounds[0] + bounds[1]) / 2;
  const slope = derivativeFromOutput(middle);
  const state = Array.from({ length: size }, () => middle);
  const all = Array.from({ length: steps }, () => state);
  const output = Array.from({ length: size }, (_, i) => Number(i === 0));
  return look({
    id: 'recurrence',
    asks: [
      lookCalls(
        unrolledGradients,
        factors.map((rho): [number[][], Vector[], Vector] => [turned(rho / slope), all, output]),
      ),
    ],
    draw([nets]) {
      const series = nets.map((gradients, i) => ({
        label: `ρ = ${factors[i]}`,
        labelAt: labelOf(gradients),
        points: gradients.map((one, t): Point => [t + 1, globalNorm([one])]),
        style: styles[i]!,
      }));
      const first = series.map(({ points }) => Number((points[0]?.[1] ?? Number.NaN).toPrecision(2)).toString());
      return {
        drawing: {
          x: { label: 't', domain: [1, steps] },
          y: {
            label: '‖∂L/∂hₜ‖',
            domain: decades(series),
            scale: 'log',
          },
          series,
        },
        values: { small: first[0]!, same: first[1]!, large: first[2]! },
      };
    },
    words: { en: en.recurrence, ru: ru.recurrence },
  });
}

/** What the remedies do, by the student's own functions. */
export const looks = (tasks: GradientControlTasks, given?: Partial<Parameters>): readonly Look[] => [
  clipping(tasks),
  penalty(tasks),
  recurrence(tasks, given),
];
