import * as fc from 'fast-check';
import { RngSeed } from '../../../../../grader/kit.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import { seed } from '../../../nets/generators.ts';
import type { TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { activationsOf, hasShape, standing } from '../runs.ts';
import { dataOf, type Mark, type Marked, marksOf, shortStep } from './marks.ts';

/** Sizes of batches, and of the last one, for which the weight of an example tells how often it was used, and where. */
const sizes = [
  [3, 2],
  [4, 3],
  [5, 3],
  [5, 4],
  [6, 5],
  [7, 4],
  [7, 5],
  [7, 6],
] as const;

export interface Uses {
  readonly marked: Marked;
  readonly hiddenSizes: number[];
  readonly classes: number;
  readonly activation: string;
  readonly batchSize: number;
  /** How many examples are left for the last batch; 0 where it is as large as the others. */
  readonly last: number;
  readonly state: number;
}

export const net = (rules: Rules) => ({
  hiddenSizes: fc.oneof(
    fc.constant<number[]>([]),
    fc.array(fc.integer({ min: 5, max: 8 }), { minLength: 1, maxLength: 3 }),
  ),
  classes: fc.integer({ min: 2, max: 12 }),
  activation: activationsOf(rules),
  state: seed,
});

export const labelled = (labels: readonly number[], classes: number): number[] =>
  labels.map((label) => label % classes);
export const manyLabels = (from: number, to: number) => fc.array(fc.nat(11), { minLength: from, maxLength: to });

/** Every example by itself, the last batch smaller. */
export const fewExamples = (rules: Rules): fc.Arbitrary<Uses> =>
  fc
    .record({
      ...net(rules),
      sizes: fc.constantFrom(...sizes),
      full: fc.integer({ min: 0, max: 7 }),
      labels: manyLabels(60, 60),
    })
    .map(({ sizes: [batchSize, last], full, labels, classes, ...rest }) => ({
      ...rest,
      classes,
      batchSize,
      last,
      marked: { labels: labelled(labels.slice(0, full * batchSize + last), classes), copies: 1 },
    }));

/** Every example by itself, in steps of so many. */
export const examplesInSteps = (rules: Rules, batchSize: number): fc.Arbitrary<Uses> =>
  fc.record({ ...net(rules), labels: manyLabels(20, 20) }).map(({ labels, classes, ...rest }) => ({
    ...rest,
    classes,
    batchSize,
    last: 0,
    marked: { labels: labelled(labels, classes), copies: 1 },
  }));

/** More examples than the digits are, sixty or more of each group, in batches that they fill. */
const ofManyExamples = (
  rules: Rules,
  batchSizeOf: (copies: number, examples: number, choice: number) => number,
): fc.Arbitrary<Uses> =>
  fc
    .record({ ...net(rules), choice: fc.nat(2), copies: fc.constantFrom(60, 120), labels: manyLabels(11, 13) })
    .map(({ labels, copies, classes, choice, ...rest }) => ({
      ...rest,
      classes,
      batchSize: batchSizeOf(copies, copies * labels.length, choice),
      last: 0,
      marked: { labels: labelled(labels, classes), copies },
    }));

export const manyExamples = (rules: Rules): fc.Arbitrary<Uses> =>
  ofManyExamples(rules, (_, __, choice) => [10, 20, 30][choice]!);

/** Of a group, of all of them, or of more than there are. */
export const largeBatches = (rules: Rules): fc.Arbitrary<Uses> =>
  ofManyExamples(rules, (copies, examples, choice) => [copies, examples, examples + 7][choice]!);

export const usesArgs = (
  { marked, hiddenSizes, classes, activation, batchSize, state }: Uses,
  epochs = 1,
): TrainArgs => [
  dataOf(marked),
  { hiddenSizes, classes, activation, epochs, batchSize, learningRate: shortStep },
  new RngSeed(state),
];

export const both = (args: TrainArgs): TrainArgs[] => [standing(args), args];

export function marks(
  rules: Rules,
  uses: Uses,
  [start = [], end = []]: readonly (readonly Layer[])[],
): (Mark | undefined)[] | undefined {
  const args = usesArgs(uses);
  return hasShape(args, start) && hasShape(args, end) ? marksOf(rules, uses.marked, uses, [start, end]) : undefined;
}

/** How often an example was used, and how often of that in the smaller batch, by its weight: u/B + m·(1/r − 1/B). */
export function usesOf(weight: number, { batchSize, last }: Uses): { readonly used: number; readonly inLast: number } {
  const rest = last || batchSize;
  for (let used = 0; used < 10; used++) {
    for (let inLast = 0; inLast <= used; inLast++) {
      const expected = (used - inLast) / batchSize + inLast / rest;
      if (Math.abs(weight - expected) <= 1e-3 / batchSize) return { used, inLast };
    }
  }
  return { used: Number.NaN, inLast: 0 };
}

/** How often the examples of each group were used, as often as an example of theirs. */
export const timesOf = (uses: Uses, { weight }: Mark): number =>
  uses.marked.copies === 1
    ? usesOf(weight, uses).used
    : Math.round(weight * Math.min(uses.batchSize, uses.marked.labels.length * uses.marked.copies) * 10) / 10;
