import * as fc from 'fast-check';
import { RngSeed } from '../../../../grader/kit.ts';
import type { StepOptions, TrainingData, TrainingSettings } from '../../../../reference/nets/training.ts';
import type { Layer, Matrix } from '../../../../reference/numerics/types.ts';
import { nonzero, seed } from '../../nets/generators.ts';
import type { TrainArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';

/** The same run with steps of length 0: what comes back are the weights that it starts from. */
export const standing = ([data, settings, rng]: TrainArgs): TrainArgs => [data, { ...settings, learningRate: 0 }, rng];

/** The widths of all layers, the input's first. */
const sizesOf = ([{ inputs }, { hiddenSizes, classes }]: TrainArgs): number[] => [
  inputs[0]!.length,
  ...hiddenSizes,
  classes,
];

/** [fanOut, fanIn] of each layer; more than one fanIn where rows differ in length. */
export const shapeOf = (layers: readonly Layer[]): number[][] =>
  layers.map(({ weights, biases }) => [
    ...new Set([biases.length, weights.length]),
    ...new Set(weights.map((row) => row.length)),
  ]);

export const shapeAsked = (args: TrainArgs): number[][] => {
  const sizes = sizesOf(args);
  return sizes.slice(1).map((fanOut, l) => [...new Set([fanOut]), sizes[l]!]);
};

/** Whether a net can be looked at any further: its shape is a law's own matter. */
export const hasShape = (args: TrainArgs, layers: readonly Layer[]): boolean =>
  JSON.stringify(shapeOf(layers)) === JSON.stringify(shapeAsked(args));

export const activationsOf = ({ phis }: Rules): fc.Arbitrary<string> => fc.constantFrom('relu', phis.symmetric.name);

/** The logarithm is uniform between those of the two. */
const logarithmic = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1000 }).map((k) => Number((from * (to / from) ** (k / 1000)).toPrecision(3)));

/** Absent, given as `undefined`, or there. */
const maybe = (value: fc.Arbitrary<number>): fc.Arbitrary<number | 'absent' | 'undefined'> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('absent' as const) },
    { weight: 1, arbitrary: fc.constant('undefined' as const) },
    { weight: 3, arbitrary: value },
  );

const entry = (key: string, value: number | 'absent' | 'undefined'): object =>
  value === 'absent' ? {} : { [key]: value === 'undefined' ? undefined : value };

/** The options of a step but for its length, in every combination. */
const optionsFor = ({ clipping }: Rules): fc.Arbitrary<Omit<StepOptions, 'learningRate'>> =>
  fc
    .record({
      l2: maybe(fc.oneof(fc.constant(0), logarithmic(1e-3, 1))),
      bound: maybe(clipping === 'value' ? logarithmic(1e-3, 1) : logarithmic(1e-3, 10)),
    })
    .map(({ l2, bound }) => ({
      ...entry('l2', l2),
      ...(clipping === 'norm' && entry('maxNorm', bound)),
      ...(clipping === 'value' && entry('limit', bound)),
    }));

/** A training run on so few numbers that a person can look at them. */
export interface SmallRun {
  readonly data: TrainingData;
  readonly settings: TrainingSettings<string>;
  readonly state: number;
}

export const argsOf = ({ data, settings, state }: SmallRun): TrainArgs => [data, settings, new RngSeed(state)];

const mostInputs = 5;
const mostExamples = 12;

/** How the examples of a run lie: in one batch, or all alike, it is known what each step sees in whatever order. */
export type Layout = 'one batch' | 'all alike' | 'as they come';

/** 0 to 20 hidden layers, 1 to 12 classes and examples; batches of 1 example to more than there are. */
export const smallRun = (rules: Rules, layouts: readonly Layout[]): fc.Arbitrary<SmallRun> =>
  fc
    .record({
      layout: fc.constantFrom(...layouts),
      rows: fc.array(fc.array(nonzero(1.5), { minLength: mostInputs, maxLength: mostInputs }), {
        minLength: 1,
        maxLength: mostExamples,
      }),
      inputSize: fc.integer({ min: 1, max: mostInputs }),
      hiddenSizes: fc.oneof(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 5, maxLength: 20, size: 'max' }),
      ),
      classes: fc.integer({ min: 1, max: 12 }),
      labels: fc.array(fc.nat(11), { minLength: mostExamples, maxLength: mostExamples }),
      activation: activationsOf(rules),
      epochs: fc.integer({ min: 1, max: 4 }),
      batch: fc.nat(5),
      learningRate: logarithmic(1e-3, 0.3),
      options: optionsFor(rules),
      state: seed,
    })
    .map(({ layout, rows, inputSize, labels, batch, options, state, classes, ...settings }): SmallRun => {
      const examples = rows.length;
      const [row = [], label = 0] = [rows[0], labels[0]];
      const inputs: Matrix = rows.map((own) => (layout === 'all alike' ? row : own).slice(0, inputSize));
      const classesOf = labels.slice(0, examples).map((own) => (layout === 'all alike' ? label : own) % classes);
      // One batch that is exactly full, or not; or batches of which the last is smaller as a rule.
      const batchSize = layout === 'one batch' ? examples + batch : 1 + (batch % (examples + 1));
      return { data: { inputs, labels: classesOf }, settings: { ...settings, ...options, classes, batchSize }, state };
    });

/** How many steps a run of these settings has. */
export const stepsOf = ([{ inputs }, { epochs, batchSize }]: TrainArgs): number =>
  epochs * Math.ceil(inputs.length / batchSize);
