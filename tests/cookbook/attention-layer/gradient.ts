import { defineTask, matrix, real, record, slope } from '../../../grader/kit.ts';
import { dot, type Matrix, misfitProduct, product, root, scaled, sum, transposed } from './matrices.ts';
import { attention } from './scores.ts';
import { softmaxRows } from './softmax.ts';

type Gradients = { queries: Matrix; keys: Matrix; values: Matrix };

const entry = real({ from: -5, to: 5, usual: [-1.5, 1.5] });

const weightsOf = (queries: Matrix, keys: Matrix): Matrix =>
  softmaxRows(scaled(product(queries, transposed(keys)), 1 / root(queries)));

/** The slopes of the loss in the scores of one row, from the weights of the row and the slopes in them. */
type ThroughSoftmax = (weights: number[], slopes: number[]) => number[];

/** ∂L/∂s[j] = p[j]·(∂L/∂p[j] − Σₖ p[k]·∂L/∂p[k]) */
const throughSoftmax: ThroughSoftmax = (weights, slopes) => {
  const mean = dot(weights, slopes);
  return weights.map((p, j) => p * (slopes[j]! - mean));
};

const matricesOf = (
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  outputGradient: Matrix,
  through: ThroughSoftmax = throughSoftmax,
  weights: Matrix = weightsOf(queries, keys),
) => {
  const slopes = product(outputGradient, transposed(values));
  return { weights, slopes, scores: weights.map((row, i) => through(row, slopes[i]!)), root: root(queries) };
};

/** ∂V = Pᵀ∂O, ∂P = ∂O·Vᵀ, ∂S by rows, ∂Q = ∂S·K/√d, ∂K = ∂Sᵀ·Q/√d */
const gradientThrough = (
  through: ThroughSoftmax,
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  outputGradient: Matrix,
  weights?: Matrix,
): Gradients => {
  const m = matricesOf(queries, keys, values, outputGradient, through, weights);
  return {
    queries: scaled(product(m.scores, keys), 1 / m.root),
    keys: scaled(product(transposed(m.scores), queries), 1 / m.root),
    values: product(transposed(m.weights), outputGradient),
  };
};

const attentionGradient = (queries: Matrix, keys: Matrix, values: Matrix, outputGradient: Matrix): Gradients =>
  gradientThrough(throughSoftmax, queries, keys, values, outputGradient);

const zeros = (a: Matrix): Matrix => a.map((row) => row.map(() => 0));

// Long, for one task has nineteen mistakes.
export const attentionGradientTask = defineTask({
  id: 'attentionGradient',
  answer: attentionGradient,
  takes: [
    ['queries', matrix({ rows: [1, 5], columns: [1, 4], entries: entry })],
    ['keys', ([queries]) => matrix({ rows: [1, 5], columns: queries[0]!.length, entries: entry })],
    ['values', ([, keys]) => matrix({ rows: keys.length, columns: [1, 4], entries: entry })],
    [
      'outputGradient',
      ([queries, , values]) => matrix({ rows: queries.length, columns: values[0]!.length, entries: entry }),
    ],
  ],
  gives: record<Gradients>({ queries: matrix, keys: matrix, values: matrix }),
  // Where the softmax is saturated, ∂P − Σ cancels: slopes in the weights are at most 100, rounded by 1e-14, and times keys of 5, five times, 1e-12 is left.
  tolerance: { relative: 1e-9, absolute: 1e-11 },
  laws: (self, inputs) => [
    // L = Σ ∂O·O has the given slopes in the output.
    slope(self, {
      inputs,
      at: (queries, keys, values) => ({ queries, keys, values }),
      value:
        (_, __, ___, outputGradient) =>
        ({ queries, keys, values }) =>
          dot(attention(queries, keys, values).flat(), outputGradient.flat()),
    }),
  ],
  misconceptions: {
    'jacobian-diagonal': (...args) =>
      gradientThrough((weights, slopes) => weights.map((p, j) => p * (1 - p) * slopes[j]!), ...args),
    'jacobian-left-out': (...args) => gradientThrough((_, slopes) => slopes, ...args),
    'jacobian-weights-only': (...args) =>
      gradientThrough((weights, slopes) => weights.map((p, j) => p * slopes[j]!), ...args),
    'jacobian-sum-unweighted': (...args) =>
      gradientThrough((weights, slopes) => weights.map((p, j) => p * (slopes[j]! - sum(slopes))), ...args),
    'jacobian-sum-added': (...args) =>
      gradientThrough((weights, slopes) => weights.map((p, j) => p * (slopes[j]! + dot(weights, slopes))), ...args),
    'jacobian-sum-not-times-weight': (...args) =>
      gradientThrough((weights, slopes) => weights.map((p, j) => p * slopes[j]! - dot(weights, slopes)), ...args),
    'gradient-scale-missing': (queries, keys, values, outputGradient) => {
      const right = attentionGradient(queries, keys, values, outputGradient);
      return {
        ...right,
        queries: scaled(right.queries, root(queries)),
        keys: scaled(right.keys, root(queries)),
      };
    },
    'gradient-scale-in-queries-only': (queries, keys, values, outputGradient) => {
      const right = attentionGradient(queries, keys, values, outputGradient);
      return { ...right, keys: scaled(right.keys, root(queries)) };
    },
    'gradient-scaled-twice': (queries, keys, values, outputGradient) => {
      const right = attentionGradient(queries, keys, values, outputGradient);
      return {
        ...right,
        queries: scaled(right.queries, 1 / root(queries)),
        keys: scaled(right.keys, 1 / root(queries)),
      };
    },
    'gradient-of-unscaled-attention': (queries, keys, values, outputGradient) => {
      const factor = root(queries);
      const right = attentionGradient(scaled(queries, factor), keys, values, outputGradient);
      return { ...right, queries: scaled(right.queries, factor) };
    },
    'weights-unscaled': (queries, keys, values, outputGradient) => {
      const factor = root(queries);
      const right = attentionGradient(scaled(queries, factor), keys, values, outputGradient);
      return { ...right, keys: scaled(right.keys, 1 / factor) };
    },
    'gradient-over-queries': (queries, keys, values, outputGradient) => {
      const scores = scaled(product(queries, transposed(keys)), 1 / root(queries));
      const weights = transposed(softmaxRows(transposed(scores)));
      return gradientThrough(throughSoftmax, queries, keys, values, outputGradient, weights);
    },
    'values-transpose-missing': (queries, keys, values, outputGradient) => ({
      ...attentionGradient(queries, keys, values, outputGradient),
      values: misfitProduct(weightsOf(queries, keys), outputGradient),
    }),
    'keys-transpose-missing': (queries, keys, values, outputGradient) => {
      const m = matricesOf(queries, keys, values, outputGradient);
      return {
        ...attentionGradient(queries, keys, values, outputGradient),
        keys: scaled(misfitProduct(m.scores, queries), 1 / m.root),
      };
    },
    'both-transposes-missing': (queries, keys, values, outputGradient) => {
      const m = matricesOf(queries, keys, values, outputGradient);
      return {
        ...attentionGradient(queries, keys, values, outputGradient),
        keys: scaled(misfitProduct(m.scores, queries), 1 / m.root),
        values: misfitProduct(m.weights, outputGradient),
      };
    },
    'queries-and-keys-exchanged': (queries, keys, values, outputGradient) => {
      const right = attentionGradient(queries, keys, values, outputGradient);
      return { ...right, queries: right.keys, keys: right.queries };
    },
    'weights-held-constant': (queries, keys, values, outputGradient) => ({
      queries: zeros(queries),
      keys: zeros(keys),
      values: attentionGradient(queries, keys, values, outputGradient).values,
    }),
    'gradient-averaged': (queries, keys, values, outputGradient) =>
      attentionGradient(queries, keys, values, scaled(outputGradient, 1 / queries.length)),
    'gradient-negative': (queries, keys, values, outputGradient) =>
      attentionGradient(queries, keys, values, scaled(outputGradient, -1)),
  },
  styles: {
    // The whole matrix diag(p) − p·pᵀ, one query after the other.
    'whole-jacobian': (...args) =>
      gradientThrough(
        (weights, slopes) =>
          weights.map((p, j) => sum(weights.map((q, k) => p * ((j === k ? 1 : 0) - q) * slopes[k]!))),
        ...args,
      ),
    // Σₖ p[k]·∂L/∂p[k] is ∂O·O, as in FlashAttention; everything in loops.
    loops: (queries, keys, values, outputGradient) => {
      const output = attention(queries, keys, values);
      const weights = weightsOf(queries, keys);
      const answer = { queries: zeros(queries), keys: zeros(keys), values: zeros(values) };
      const d = queries[0]!.length;
      for (let i = 0; i < queries.length; i++) {
        const mean = dot(outputGradient[i]!, output[i]!);
        for (let j = 0; j < keys.length; j++) {
          const p = weights[i]![j]!;
          let slope = 0;
          for (let c = 0; c < values[0]!.length; c++) {
            slope += outputGradient[i]![c]! * values[j]![c]!;
            answer.values[j]![c]! += p * outputGradient[i]![c]!;
          }
          const score = (p * (slope - mean)) / Math.sqrt(d);
          for (let k = 0; k < d; k++) {
            answer.queries[i]![k]! += score * keys[j]![k]!;
            answer.keys[j]![k]! += score * queries[i]![k]!;
          }
        }
      }
      return answer;
    },
  },
});
