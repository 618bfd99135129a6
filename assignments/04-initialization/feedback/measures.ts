import { type Measure, measure } from '../../../grader/kit.ts';
import type { Matrix } from '../../../reference/numerics/types.ts';
import { moment } from '../../../reference/statistics/variance.ts';
import { fitVarianceLaw, type MeasuredVariance, type VarianceLaw } from '../../../reference/weights/variance-law.ts';
import { statesFrom } from '../initializers/generators.ts';
import type { InitializationTasks } from '../reference.ts';

/** Any state: it is the same in every check, so that a figure changes only where the function does. */
const first = 1915;

/** Layers in four proportions of fan-in to fan-out, each of 9,600 weights: a variance is measured to some 1.5 %. */
const shapes: readonly (readonly [fanIn: number, fanOut: number])[] = [
  [240, 40],
  [160, 60],
  [60, 160],
  [40, 240],
];

/** Estimates of one law are not further from it, or from a simpler law, than this; different mistakes are. */
const tolerance = 0.08;

/** 2, 0.33, 5.9e-6 */
const short = (value: number): string =>
  Math.abs(value) < 1e-3 ? value.toExponential(1).replace('.0e', 'e') : String(Number(value.toPrecision(2)));

/** 2 / fanIn, 2 / (fanIn + fanOut), or with both coefficients. */
function lawText({ alpha, beta }: VarianceLaw): string {
  const sum = alpha + beta;
  if (Math.abs(beta) <= (tolerance / 2) * sum) return `${short(1 / sum)} / fanIn`;
  if (Math.abs(alpha) <= (tolerance / 2) * sum) return `${short(1 / sum)} / fanOut`;
  if (Math.abs(alpha - beta) <= tolerance * sum) return `${short(2 / sum)} / (fanIn + fanOut)`;
  return `1 / (${short(alpha)}·fanIn ${beta < 0 ? '−' : '+'} ${short(Math.abs(beta))}·fanOut)`;
}

/** Where no law of that form fits: what was measured at the two ends. */
const endsText = (measured: readonly MeasuredVariance[]): string =>
  [measured[0]!, measured.at(-1)!]
    .map(({ fanIn, fanOut, variance }) => `${short(variance)} (${fanIn} → ${fanOut})`)
    .join(', ');

/** The law of the variance, the mean in standard deviations, and the kurtosis, over all shapes. */
function measured(matrices: readonly Matrix[]) {
  const layers = matrices.map((matrix, i) => ({ shape: shapes[i]!, weights: matrix.flat() }));
  const isDrawn = layers.every(({ weights }) => weights.length > 0 && weights.every(Number.isFinite));
  if (!isDrawn) return undefined;
  const variances = layers.map(({ shape: [fanIn, fanOut], weights }): MeasuredVariance => {
    return { fanIn, fanOut, variance: moment(weights, 2) - moment(weights, 1) ** 2 };
  });
  if (variances.some(({ variance }) => !(variance > 0))) return undefined;
  const law = fitVarianceLaw(variances);
  const units = layers.flatMap(({ weights }, i) => {
    const std = Math.sqrt(variances[i]!.variance);
    return weights.map((w) => w / std);
  });
  const mean = moment(units, 1);
  const centered = units.map((w) => w - mean);
  return {
    varianceLaw: law.residual <= tolerance ? lawText(law) : endsText(variances),
    // 38,400 weights give it to 0.005.
    mean: Math.abs(mean) < 0.02 ? '0' : short(mean),
    shape: (moment(centered, 4) / moment(centered, 2) ** 2).toFixed(1),
  };
}

/** What is measured of the weights of who has failed an initializer. */
export const measures = (t: InitializationTasks): readonly Measure[] =>
  [t.standardUniform, t.xavierUniform, t.xavierNormal, t.heNormal, t.heUniform].map((task) =>
    measure(task, {
      calls: statesFrom(first, shapes.length).map((state, i) => [...shapes[i]!, state]),
      measure: measured,
    }),
  );
