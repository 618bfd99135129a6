import { heNormal, type Initializer, standardUniform, xavierNormal } from '../../../reference/initializers.ts';
import { createRng } from '../../../reference/rng.ts';
import { initialize } from '../../../reference/training.ts';
import type { Layer, Matrix } from '../../../reference/types.ts';
import { type Phi, phisOf } from '../activations.ts';
import { digitsOf } from '../digits/digits.ts';
import { reluDepth } from '../digits/runs.ts';
import type { Parameters } from '../parameters.ts';

const nets = 20;
const between = [1, 5, 9, 13];

/** Two digits, in decimals, as far as eight places have them. */
export function plainly(value: number, digits = 2): string {
  const places = (count: number): number => Math.max(0, count - 1 - Math.floor(Math.log10(value)));
  return value.toFixed(Math.max(places(1), Math.min(8, places(digits))));
}

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
};

/**
 * The std of the activations in each hidden layer, as `layerStatistics` has it, for nets whose biases are 0: all examples
 * side by side in one array, since a hundred nets look at all digits.
 */
function deviations(layers: readonly Layer[], { value }: Phi, inputs: Matrix): number[] {
  let from = Float64Array.from(inputs.flat());
  return layers.slice(0, -1).map(({ weights }) => {
    const fanIn = weights[0]!.length;
    const to = new Float64Array(inputs.length * weights.length);
    for (const [j, row] of weights.entries()) {
      const w = Float64Array.from(row);
      for (let n = 0; n < inputs.length; n++) {
        let z = 0;
        for (let i = 0; i < fanIn; i++) z += w[i]! * from[n * fanIn + i]!;
        to[n * weights.length + j] = value(z);
      }
    }
    from = to;
    const mean = to.reduce((sum, a) => sum + a, 0) / to.length;
    return Math.sqrt(to.reduce((sum, a) => sum + (a - mean) ** 2, 0) / to.length);
  });
}

export interface TypicalDeviations {
  readonly layers: readonly number[];
  /** std of the activations in these layers: the medians over some nets. */
  readonly rows: readonly { readonly phi: Phi; readonly way: 'standard' | 'Xavier' | 'He'; readonly stds: string[] }[];
}

/** What `layerStatistics` shows of nets that have just been drawn, on all digits that are trained on. */
export function typicalDeviations(parameters: Parameters): TypicalDeviations {
  const { width, classes } = parameters;
  const depth = reluDepth(parameters);
  const { symmetric, relu } = phisOf(parameters);
  const { inputs } = digitsOf(parameters).training;
  const sizes = [inputs[0]!.length, ...Array.from({ length: depth }, () => width), classes];
  const layers = [...between.filter((l) => l < depth), depth];
  const ways: readonly (readonly [Phi, TypicalDeviations['rows'][number]['way'], Initializer])[] = [
    [symmetric, 'standard', standardUniform],
    [symmetric, 'Xavier', xavierNormal],
    [relu, 'standard', standardUniform],
    [relu, 'Xavier', xavierNormal],
    [relu, 'He', heNormal],
  ];
  const rows = ways.map(([phi, way, initializer]) => {
    const stds = Array.from({ length: nets }, (_, seed) =>
      deviations(initialize(sizes, initializer, createRng(seed)), phi, inputs),
    );
    return { phi, way, stds: layers.map((l) => plainly(medianOf(stds.map((net) => net[l - 1]!)))) };
  });
  return { layers, rows };
}
