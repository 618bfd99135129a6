import { layerStatistics } from '../../reference/deep-network.ts';
import { heNormal, type Initializer, standardUniform, xavierNormal } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import { initialize } from '../../reference/training.ts';
import { type Phi, phisOf } from './activations.ts';
import { digitsOf } from './digits.ts';
import type { Parameters } from './parameters.ts';

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

export interface TypicalDeviations {
  readonly layers: readonly number[];
  /** std of the activations in these layers: the medians over some nets. */
  readonly rows: readonly { readonly phi: Phi; readonly way: 'standard' | 'Xavier' | 'He'; readonly stds: string[] }[];
}

/** What `layerStatistics` shows of nets that have just been drawn, on all digits that are trained on. */
export function typicalDeviations(parameters: Parameters): TypicalDeviations {
  const { depth, width, classes } = parameters;
  const { symmetric, relu } = phisOf(parameters);
  const { inputs } = digitsOf(parameters).training;
  const sizes = [inputs[0]!.length, ...Array.from({ length: depth }, () => width), classes];
  const layers = [...between, depth];
  const ways: readonly (readonly [Phi, TypicalDeviations['rows'][number]['way'], Initializer])[] = [
    [symmetric, 'standard', standardUniform],
    [symmetric, 'Xavier', xavierNormal],
    [relu, 'standard', standardUniform],
    [relu, 'Xavier', xavierNormal],
    [relu, 'He', heNormal],
  ];
  const rows = ways.map(([phi, way, initializer]) => {
    const statistics = Array.from({ length: nets }, (_, seed) =>
      layerStatistics(initialize(sizes, initializer, createRng(seed)), phi, inputs),
    );
    return { phi, way, stds: layers.map((l) => plainly(medianOf(statistics.map((net) => net[l - 1]!.std)))) };
  });
  return { layers, rows };
}
