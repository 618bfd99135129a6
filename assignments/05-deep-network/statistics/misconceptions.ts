import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { deepForward, type LayerStatistics, layerStatistics } from '../../../reference/nets/deep-network.ts';
import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import { overflowing, type Phi, withNames } from '../activations.ts';
import type { DeepNetworkTasks } from '../reference.ts';
import type { Rules } from '../rules.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Population variance. */
function variance(values: readonly number[]): number {
  const center = mean(values);
  return mean(values.map((x) => (x - center) ** 2));
}

const std = (values: readonly number[]): number => Math.sqrt(variance(values));

/** Takes a number pair from each hidden layer's activations, one row per example. */
const statisticsOf =
  (summary: (rows: Matrix) => LayerStatistics) =>
  (layers: Layer[], phi: Phi, inputs: Matrix): LayerStatistics[] => {
    const passes = inputs.map((input) => deepForward(layers, phi, input));
    return layers.slice(1).map((_, l) => summary(passes.map((pass) => pass.activations[l + 1]!)));
  };

const wrongStatistics = {
  'std-of-a-sample': statisticsOf((rows) => {
    const values = rows.flat();
    return { mean: mean(values), std: Math.sqrt((variance(values) * values.length) / (values.length - 1)) };
  }),
  'variance-for-std': statisticsOf((rows) => ({ mean: mean(rows.flat()), std: variance(rows.flat()) })),
  'root-mean-square-for-std': statisticsOf((rows) => {
    const values = rows.flat();
    return { mean: mean(values), std: Math.sqrt(mean(values.map((x) => x * x))) };
  }),
  'std-over-units-only': statisticsOf((rows) => ({ mean: mean(rows.flat()), std: mean(rows.map(std)) })),
  'std-over-examples-only': statisticsOf((rows) => {
    const units = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
    return { mean: mean(rows.flat()), std: mean(units.map(std)) };
  }),
  'first-example-only': statisticsOf((rows) => ({ mean: mean(rows[0]!), std: std(rows[0]!) })),
  'statistics-of-preactivations': (layers: Layer[], phi: Phi, inputs: Matrix) => {
    const passes = inputs.map((input) => deepForward(layers, phi, input));
    return layers.slice(1).map((_, l): LayerStatistics => {
      const values = passes.flatMap((pass) => pass.preactivations[l]!);
      return { mean: mean(values), std: std(values) };
    });
  },
  'output-layer-included': (layers: Layer[], phi: Phi, inputs: Matrix) => {
    const passes = inputs.map((input) => deepForward(layers, phi, input));
    return layers.map((_, l) => {
      const values = passes.flatMap((pass) => pass.activations[l + 1]!);
      return { mean: mean(values), std: std(values) };
    });
  },
  'output-layer-taken-for-hidden': (layers: Layer[], phi: Phi, inputs: Matrix) => {
    const passes = inputs.map((input) => deepForward(layers, phi, input));
    return layers.map((_, l) => {
      const values = passes.flatMap((pass) => pass.preactivations[l]!.map((z) => phi.value(z)));
      return { mean: mean(values), std: std(values) };
    });
  },
  'input-for-a-layer': (layers: Layer[], phi: Phi, inputs: Matrix) => {
    const passes = inputs.map((input) => deepForward(layers, phi, input));
    return layers.slice(1).map((_, l) => {
      const values = passes.flatMap((pass) => pass.activations[l]!);
      return { mean: mean(values), std: std(values) };
    });
  },
} satisfies { readonly [id: string]: (layers: Layer[], phi: Phi, inputs: Matrix) => LayerStatistics[] };

const byExponentials = (layers: Layer[], phi: Phi, inputs: Matrix): LayerStatistics[] =>
  layerStatistics(layers, overflowing(phi), inputs);

export function statisticsMisconceptions(
  { layerStatistics: task }: DeepNetworkTasks,
  { phis }: Rules,
): readonly Misconception[] {
  const hasTanh = phis.symmetric.name === 'tanh';
  return [
    ...of(task, withNames(phis, wrongStatistics)),
    ...(hasTanh ? of(task, withNames(phis, { 'tanh-by-exponentials': byExponentials })) : []),
  ];
}
