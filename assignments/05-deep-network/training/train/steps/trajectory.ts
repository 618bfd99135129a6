import type { Violation } from '../../../../../grader/kit.ts';
import type { StepOptions, TrainingData } from '../../../../../reference/nets/training.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { Rules } from '../../../rules.ts';
import { type Choices, largestMargin, stepUnder } from '../../step/choices.ts';

/** A training run of which it is known what each step sees. */
export interface KnownRun {
  readonly activation: string;
  readonly options: StepOptions;
  readonly batches: readonly TrainingData[];
}

/** Between which numbers each weight and each bias lies in a right run, and what the reference has there. */
export interface Bounds {
  readonly right: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Of a layer its weights row by row, then its biases. */
export const flat = (layers: readonly Layer[]): Float64Array =>
  Float64Array.from(layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]));

/** All that may be right: no ε and the largest, and both derivatives of ReLU at 0, as far as they make a difference. */
function extremesOf(rules: Rules, { activation, options }: KnownRun): readonly Choices[] {
  const margins = options.maxNorm === undefined ? [0] : [0, largestMargin];
  const slopes = rules.phis.of(activation).isRelu ? [0, 1] : [0];
  return slopes.flatMap((slopeAtKink) => margins.map((margin) => ({ margin, slopeAtKink })));
}

/** Layers whose numbers are off by as much as rounding amounts to in a step, and more. */
const disturbance = 1e-12;
const disturbed = (layers: readonly Layer[]): Layer[] => {
  let at = 0;
  const moved = (x: number): number => x * (1 + (at++ % 2 === 0 ? disturbance : -disturbance));
  return layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map(moved)),
    biases: biases.map(moved),
  }));
};

/** What nobody need get right to nine digits: a run that amplifies rounding a million times. */
const mostAmplified = 1e6 * disturbance;

/** What sums of a few products leave, relative to the largest number around. */
const arithmetic = 1e-10;

/**
 * The layers of a right run after no step, one step, and so on, as long as rounding has not grown too large to tell. What is
 * between two choices lies between what comes of them: it is so of a step, and steps are short.
 */
export function trajectoryOf(rules: Rules, start: readonly Layer[], run: KnownRun): Bounds[] {
  const { activation, options, batches } = run;
  const extremes = extremesOf(rules, run);
  const step = (choices: Choices, layers: readonly Layer[], { inputs, labels }: TrainingData): Layer[] =>
    stepUnder(rules, choices, [layers, activation, inputs, labels, options]);
  let runs = extremes.map((choices) => ({ choices, layers: [...start] }));
  let shaken = disturbed(start);
  const found: Bounds[] = [];
  for (let k = 0; ; k++) {
    const ends = runs.map(({ layers }) => flat(layers));
    const [right] = ends as [Float64Array];
    const other = flat(shaken);
    const size = right.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
    const strayed = right.reduce((largest, x, i) => Math.max(largest, Math.abs(x - other[i]!)), 0);
    if (!(strayed <= mostAmplified * Math.max(1, size))) return found;
    const room = strayed + arithmetic * size;
    found.push({
      right,
      low: right.map((_, i) => Math.min(...ends.map((end) => end[i]!)) - room),
      high: right.map((_, i) => Math.max(...ends.map((end) => end[i]!)) + room),
    });
    const batch = batches[k];
    if (batch === undefined) return found;
    runs = runs.map(({ choices, layers }) => ({ choices, layers: step(choices, layers, batch) }));
    shaken = step(extremes[0]!, shaken, batch);
  }
}

const isOutside = ({ low, high }: Bounds, x: number, i: number): boolean => !(x >= low[i]! && x <= high[i]!);

export const isWithin = (bounds: Bounds, layers: readonly Layer[]): boolean =>
  flat(layers).every((x, i) => !isOutside(bounds, x, i));

/** The first number that is not as in a right run. */
export function firstOutside(bounds: Bounds, layers: readonly Layer[]): Violation | undefined {
  const numbers = flat(layers);
  const i = numbers.findIndex((x, at) => isOutside(bounds, x, at));
  return i < 0 ? undefined : { expected: bounds.right[i]!, received: numbers[i]!, path: placeOf(layers, i) };
}

/** Where the number stands that is at this place in `flat`. */
function placeOf(layers: readonly Layer[], place: number): string {
  let at = place;
  for (const [l, { weights, biases }] of layers.entries()) {
    for (const [j, row] of weights.entries()) {
      if (at < row.length) return `[${l}].weights[${j}][${at}]`;
      at -= row.length;
    }
    if (at < biases.length) return `[${l}].biases[${at}]`;
    at -= biases.length;
  }
  return '';
}
