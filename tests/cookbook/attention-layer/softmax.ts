import { arbitrary, inputs as argumentsOf, defineTask, law, matrix, real } from '../../../grader/kit.ts';
import { type Matrix, sum, transposed } from './matrices.ts';

const score = real({ from: -1000, to: 1000, usual: [-5, 5] });

/** P[i][j] = exp(S[i][j] − max S[i]) / Σₖ exp(S[i][k] − max S[i]) */
export const softmaxRows = (scores: Matrix): Matrix => scores.map((row) => softmax(row, Math.max(...row)));

const softmax = (row: number[], shift: number): number[] => {
  const powers = row.map((s) => Math.exp(s - shift));
  const total = sum(powers);
  return powers.map((power) => power / total);
};

const mean = (row: number[]): number => sum(row) / row.length;

/** Scores that stay in the domain when a row is raised by up to 60. */
const roomy = arbitrary(
  argumentsOf<[scores: Matrix]>(
    ['scores'],
    [matrix({ rows: [1, 6], columns: [1, 8], entries: real({ from: -500, to: 500, usual: [-5, 5] }) })],
  ),
);

const raised = (scores: Matrix): Matrix => scores.map((row, i) => row.map((s) => s + 10 * (i + 1)));

const raisedCalls = ([scores]: [scores: Matrix]): [Matrix][] => [[scores], [raised(scores)]];

export const softmaxRowsTask = defineTask({
  id: 'softmaxRows',
  answer: softmaxRows,
  takes: [['scores', matrix({ rows: [1, 6], columns: [1, 8], entries: score })]],
  gives: matrix,
  // s − max is rounded by up to 2000·2⁻⁵³, and the exponential makes a relative error of it: 2e-13. What is below 1e-12 may be 0.
  tolerance: { relative: 1e-9, absolute: 1e-12 },
  laws: (self, inputs) => [
    law('rows-sum-to-one', self, {
      inputs,
      calls: (input) => [input],
      check: ([scores], { values: [answer] }) => {
        for (let i = 0; i < scores.length; i++) {
          const total = sum(answer?.[i] ?? []);
          if (!(Math.abs(total - 1) <= 1e-9)) return { expected: 1, received: total, path: `[${i}]`, quantity: 'sum' };
        }
        return undefined;
      },
    }),
    law('shift-changes-nothing', self, {
      inputs: roomy,
      calls: raisedCalls,
      // What is told is the call that is wrong, and its right answer.
      check: (input, { values: answers }) => {
        const entry = (call: number, i: number, j: number): number => answers[call]?.[i]?.[j] ?? Number.NaN;
        for (const [i, row] of softmaxRows(input[0]).entries())
          for (const [j, expected] of row.entries()) {
            if (Math.abs(entry(0, i, j) - entry(1, i, j)) <= 1e-10) continue;
            const call = Math.abs(entry(0, i, j) - expected) <= 1e-10 ? 1 : 0;
            const received = entry(call, i, j);
            if (!Number.isNaN(received)) return { expected, received, call, path: `[${i}][${j}]` };
          }
        return undefined;
      },
    }),
  ],
  misconceptions: {
    'softmax-not-shifted': (scores) => scores.map((row) => softmax(row, 0)),
    'softmax-over-columns': (scores) => transposed(softmaxRows(transposed(scores))),
    'softmax-over-matrix': (scores) => {
      const flat = softmaxRows([scores.flat()])[0]!;
      return scores.map((row, i) => row.map((_, j) => flat[i * row.length + j]!));
    },
    'softmax-not-normalized': (scores) => scores.map((row) => row.map((s) => Math.exp(s - Math.max(...row)))),
    'softmax-shifted-by-matrix-maximum': (scores) => scores.map((row) => softmax(row, Math.max(...scores.flat()))),
    'softmax-maximum-from-zero': (scores) => scores.map((row) => softmax(row, Math.max(0, ...row))),
    'softmax-maximum-of-matrix-from-zero': (scores) => scores.map((row) => softmax(row, Math.max(0, ...scores.flat()))),
    'softmax-shifted-by-mean': (scores) => scores.map((row) => softmax(row, mean(row))),
    'softmax-shifted-by-minimum': (scores) => scores.map((row) => softmax(row, Math.min(...row))),
    'softmax-shifted-upwards': (scores) => scores.map((row) => softmax(row, -Math.max(...row))),
    'softmax-shifted-below-only': (scores) =>
      scores.map((row) => row.map((s) => Math.exp(s) / sum(row.map((x) => Math.exp(x - Math.max(...row)))))),
    'softmax-without-exponential': (scores) => scores.map((row) => row.map((s) => s / sum(row))),
    'softmax-divided-by-length': (scores) => softmaxRows(scores).map((row) => row.map((p) => p / row.length)),
    'softmax-logarithm': (scores) => scores.map((row) => softmax(row, Math.max(...row)).map(Math.log)),
  },
  mutants: {
    // Sums to 1, and knows where 0 is.
    squares: (scores) => scores.map((row) => row.map((s) => (1 + s * s) / sum(row.map((x) => 1 + x * x)))),
  },
  styles: {
    loops: (scores) => {
      const result: Matrix = [];
      for (const row of scores) {
        let largest = Number.NEGATIVE_INFINITY;
        for (const s of row) if (s > largest) largest = s;
        const powers = new Float64Array(row.length);
        let total = 0;
        for (let j = 0; j < row.length; j++) {
          powers[j] = Math.exp(row[j]! - largest);
          total += powers[j]!;
        }
        result.push(Array.from(powers, (power) => power * (1 / total)));
      }
      return result;
    },
    'log-sum-exp': (scores) =>
      scores.map((row) => {
        const largest = Math.max(...row);
        const logarithm = largest + Math.log(sum(row.map((s) => Math.exp(s - largest))));
        return row.map((s) => Math.exp(s - logarithm));
      }),
    'sum-of-quotients': (scores) => scores.map((row) => row.map((s) => 1 / sum(row.map((x) => Math.exp(x - s))))),
  },
});
