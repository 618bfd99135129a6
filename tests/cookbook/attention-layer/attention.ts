import { arbitrary, inputs as argumentsOf, defineTask, law, matrix, real } from '../../../grader/kit.ts';
import { type Matrix, product, root, scaled, transposed } from './matrices.ts';
import {
  type Arguments,
  attention,
  entry,
  masked,
  past,
  sameRows,
  scoresOf,
  softmaxColumns,
  softmaxUnshifted,
  value,
} from './scores.ts';
import { softmaxRows } from './softmax.ts';

/** The scores times factor. */
const attentionTimes = (factor: number, queries: Matrix, keys: Matrix, values: Matrix): Matrix =>
  product(softmaxRows(scaled(scoresOf(queries, keys), factor)), values);

/** Calls with the arguments as they are, and padded with zeros. */
const paddedCalls = ([queries, keys, values]: Arguments): Arguments[] => [
  [queries, keys, values],
  [padded(scaled(queries, 2)), padded(keys), values],
];

const reversedCalls = ([queries, keys, values]: Arguments): Arguments[] => [
  [queries, keys, values],
  [queries, keys.toReversed(), values.toReversed()],
];

/** Inputs whose keys and queries have few coordinates, so that four times as many are still in the domain. */
const narrow = arbitrary(
  argumentsOf<Arguments>(
    ['queries', 'keys', 'values'],
    [
      matrix({ rows: [1, 4], columns: [1, 4], entries: real({ from: -3, to: 3 }) }),
      ([queries]) => matrix({ rows: [2, 4], columns: queries[0]!.length, entries: real({ from: -3, to: 3 }) }),
      ([, keys]) => matrix({ rows: keys.length, columns: [1, 3], entries: value }),
    ],
  ),
);

const padded = (a: Matrix): Matrix => a.map((row) => [...row, ...new Array<number>(3 * row.length).fill(0)]);

export const attentionTask = defineTask({
  id: 'attention',
  answer: attention,
  takes: [
    ['queries', matrix({ rows: [1, 6], columns: [1, 16], entries: entry })],
    ['keys', ([queries]) => matrix({ rows: [1, 6], columns: queries[0]!.length, entries: entry })],
    ['values', ([, keys]) => matrix({ rows: keys.length, columns: [1, 5], entries: value })],
  ],
  gives: matrix,
  // A score is at most 3600 and is rounded by up to 1e-11; its weight has that as a relative error. Values of both signs may cancel.
  tolerance: { relative: 1e-9, absolute: 1e-9 },
  laws: (self, inputs) => [
    law('zeros-count-in-d', self, {
      inputs: narrow,
      calls: paddedCalls,
      check: (input, { values: answers }) =>
        sameRows(attention, paddedCalls(input), answers, [0, 1], input[0].length - 1),
    }),
    law('outputs-between-values', self, {
      inputs,
      calls: (input) => [input],
      check: ([queries, , values], { values: [answer] }) => {
        for (let i = 0; i < queries.length; i++)
          for (const [j, column] of transposed(values).entries()) {
            const received = answer?.[i]?.[j] ?? Number.NaN;
            const nearest = Math.min(Math.max(received, Math.min(...column)), Math.max(...column));
            if (!(Math.abs(received - nearest) <= 1e-8)) return { expected: nearest, received, path: `[${i}][${j}]` };
          }
        return undefined;
      },
    }),
    law('pairs-in-any-order', self, {
      inputs,
      calls: reversedCalls,
      check: (input, { values: answers }) =>
        sameRows(attention, reversedCalls(input), answers, [0, 1], input[0].length - 1),
    }),
  ],
  misconceptions: {
    'scores-not-scaled': (queries, keys, values) => attentionTimes(root(queries), queries, keys, values),
    'scores-divided-by-d': (queries, keys, values) => attentionTimes(1 / root(queries), queries, keys, values),
    'scores-multiplied-by-root': (queries, keys, values) => attentionTimes(root(queries) ** 2, queries, keys, values),
    'scores-scaled-by-number-of-keys': (queries, keys, values) =>
      attentionTimes(root(queries) / Math.sqrt(keys.length), queries, keys, values),
    'weights-scaled': (queries, keys, values) =>
      scaled(attentionTimes(root(queries), queries, keys, values), 1 / root(queries)),
    'attention-overflows': (queries, keys, values) => product(softmaxUnshifted(scoresOf(queries, keys)), values),
    'attention-over-queries': (queries, keys, values) => product(softmaxColumns(scoresOf(queries, keys)), values),
    'attention-without-softmax': (queries, keys, values) => product(scoresOf(queries, keys), values),
    'attention-masked': (queries, keys, values) =>
      product(softmaxRows(masked(scoresOf(queries, keys), past, Number.NEGATIVE_INFINITY)), values),
    'keys-averaged': (queries, keys) => product(softmaxRows(scoresOf(queries, keys)), keys),
    'best-value-only': (queries, keys, values) =>
      scoresOf(queries, keys).map((row) => [...values[row.indexOf(Math.max(...row))]!]),
    'weights-returned': (queries, keys) => softmaxRows(scoresOf(queries, keys)),
  },
  styles: {
    'queries-scaled-first': (queries, keys, values) =>
      product(softmaxRows(product(scaled(queries, 1 / root(queries)), transposed(keys))), values),
    // One pair after the other, as in FlashAttention.
    'one-pass': (queries, keys, values) =>
      queries.map((query) => {
        let largest = Number.NEGATIVE_INFINITY;
        let total = 0;
        let result = new Array<number>(values[0]!.length).fill(0);
        for (let j = 0; j < keys.length; j++) {
          let score = 0;
          for (let k = 0; k < query.length; k++) score += query[k]! * keys[j]![k]!;
          score /= Math.sqrt(query.length);
          const next = Math.max(largest, score);
          const shrink = Math.exp(largest - next);
          const weight = Math.exp(score - next);
          total = total * shrink + weight;
          result = result.map((x, c) => x * shrink + weight * values[j]![c]!);
          largest = next;
        }
        return result.map((x) => x / total);
      }),
  },
});
