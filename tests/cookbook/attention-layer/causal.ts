import { arbitrary, inputs as argumentsOf, defineTask, law, matrix, real } from '../../../grader/kit.ts';
import { type Matrix, product, root, scaled, sum } from './matrices.ts';
import {
  type Arguments,
  attention,
  entry,
  isClose,
  masked,
  past,
  sameRows,
  scoresOf,
  softmaxColumns,
  softmaxUnshifted,
  value,
} from './scores.ts';
import { softmaxRows } from './softmax.ts';

/** Call t has other keys and values from position t on; call 0 has the arguments as they are. */
const futureCalls = ([queries, keys, values]: Arguments): Arguments[] =>
  queries.map((_, t) => [
    queries,
    keys.map((key, j) => (t > 0 && j >= t ? key.map((k) => 0 - k) : key)),
    values.map((row, j) => (t > 0 && j >= t ? row.map((v) => 0.5 * v - 1) : row)),
  ]);

const causal = (queries: Matrix, keys: Matrix, values: Matrix, factor = 1): Matrix =>
  seenBy(past, queries, keys, values, factor);

/** Position i sees those j for which seen(i, j). */
const seenBy = (
  seen: (i: number, j: number) => boolean,
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  factor = 1,
): Matrix =>
  product(softmaxRows(masked(scaled(scoresOf(queries, keys), factor), seen, Number.NEGATIVE_INFINITY)), values);

const maskedAfterwards = (weights: Matrix): Matrix => masked(weights, past, 0);

const far = real({ from: -30, to: 30 });

/** Large entries: many scores are beyond 100 or below -100. */
const wide = arbitrary(
  argumentsOf<Arguments>(
    ['queries', 'keys', 'values'],
    [
      matrix({ rows: [1, 5], columns: [1, 6], entries: far }),
      ([queries]) => matrix({ rows: queries.length, columns: queries[0]!.length, entries: far }),
      ([queries]) => matrix({ rows: queries.length, columns: [1, 3], entries: value }),
    ],
  ),
);

export const causalAttentionTask = defineTask({
  id: 'causalAttention',
  answer: (queries: Matrix, keys: Matrix, values: Matrix): Matrix => causal(queries, keys, values),
  takes: [
    ['queries', matrix({ rows: [1, 6], columns: [1, 16], entries: entry })],
    ['keys', ([queries]) => matrix({ rows: queries.length, columns: queries[0]!.length, entries: entry })],
    ['values', ([queries]) => matrix({ rows: queries.length, columns: [1, 5], entries: value })],
  ],
  gives: matrix,
  // As in attention.
  tolerance: { relative: 1e-9, absolute: 1e-9 },
  // Where all scores are far below 0, a mask has to be lower still: -100 would be the largest score of all.
  landmarks: [
    {
      id: 'all scores below -1000',
      place: ([queries, keys, values]) => [
        queries.map((q) => q.map(() => 30)),
        keys.map((k) => k.map(() => -30)),
        values,
      ],
      isAt: ([queries, keys]) => scoresOf(queries, keys).every((row) => row.every((s) => s < -1000)),
    },
  ],
  laws: (self, inputs) => [
    law('future-changes-nothing', self, {
      inputs,
      calls: futureCalls,
      check: (input, { values: answers }) => {
        const calls = futureCalls(input);
        for (let t = 1; t < calls.length; t++) {
          const difference = sameRows(causal, calls, answers, [0, t], t - 1);
          if (difference) return difference;
        }
        return undefined;
      },
    }),
    law('first-sees-itself', self, {
      inputs: wide,
      // Scores of some hundreds tell masks of -100 and -1000 apart.
      probes: true,
      calls: (input) => [input],
      check: ([, , values], { values: [answer] }) => {
        for (const [j, expected] of values[0]!.entries()) {
          const received = answer?.[0]?.[j] ?? Number.NaN;
          if (!isClose(expected, received)) return { expected, received, path: `[0][${j}]` };
        }
        return undefined;
      },
    }),
  ],
  misconceptions: {
    'mask-missing': attention,
    'mask-hides-itself': (queries, keys, values) => seenBy((i, j) => j < i, queries, keys, values),
    'mask-hides-itself-zeros': (queries, keys, values) =>
      seenBy((i, j) => j < i, queries, keys, values).map((row, i) => (i === 0 ? row.map(() => 0) : row)),
    'mask-shows-the-next': (queries, keys, values) => seenBy((i, j) => j <= i + 1, queries, keys, values),
    'mask-transposed': (queries, keys, values) => seenBy((i, j) => j >= i, queries, keys, values),
    'mask-after-softmax': (queries, keys, values) =>
      product(maskedAfterwards(softmaxRows(scoresOf(queries, keys))), values),
    'mask-of-zeros': (queries, keys, values) => product(softmaxRows(masked(scoresOf(queries, keys), past, 0)), values),
    'mask-of-minus-100': (queries, keys, values) =>
      product(softmaxRows(masked(scoresOf(queries, keys), past, -100)), values),
    'mask-of-minus-1000': (queries, keys, values) =>
      product(softmaxRows(masked(scoresOf(queries, keys), past, -1000)), values),
    'causal-not-scaled': (queries, keys, values) => causal(queries, keys, values, root(queries)),
    'causal-divided-by-d': (queries, keys, values) => causal(queries, keys, values, 1 / root(queries)),
    'causal-overflows': (queries, keys, values) =>
      product(softmaxUnshifted(masked(scoresOf(queries, keys), past, Number.NEGATIVE_INFINITY)), values),
    'causal-over-queries': (queries, keys, values) =>
      product(softmaxColumns(masked(scoresOf(queries, keys), past, Number.NEGATIVE_INFINITY)), values),
    'causal-equal-weights': (_, __, values) =>
      values.map((row, i) => row.map((___, c) => sum(values.slice(0, i + 1).map((seen) => seen[c]!)) / (i + 1))),
  },
  mutants: {
    // The first position is right, later ones see one too many.
    'late-but-for-the-first': (queries, keys, values) =>
      seenBy((i, j) => j <= (i === 0 ? 0 : i + 1), queries, keys, values),
  },
  styles: {
    'beginnings-only': (queries, keys, values) =>
      queries.map((query, i) => attention([query], keys.slice(0, i + 1), values.slice(0, i + 1))[0]!),
    'minus-a-billion': (queries, keys, values) =>
      product(softmaxRows(masked(scoresOf(queries, keys), past, -1e9)), values),
    // The weights are masked, and then divided by what is left of them.
    renormalized: (queries, keys, values) => {
      const scores = scoresOf(queries, keys);
      return scores.map((row, i) => {
        const shift = Math.max(...row.slice(0, i + 1));
        const powers = row.map((s, j) => (j <= i ? Math.exp(s - shift) : 0));
        const total = sum(powers);
        return values[0]!.map((_, c) => sum(powers.map((power, j) => power * values[j]![c]!)) / total);
      });
    },
  },
});
