import { real } from '../../../grader/kit.ts';
import { type Matrix, product, root, scaled, sum, transposed } from './matrices.ts';
import { softmaxRows } from './softmax.ts';

// Some scores are beyond 709, where exp overflows; most are small, so that weights are spread.
export const entry = real({ from: -30, to: 30, usual: [-1.5, 1.5] });
export const value = real({ from: -10, to: 10, usual: [-3, 3] });

export const scoresOf = (queries: Matrix, keys: Matrix): Matrix =>
  scaled(product(queries, transposed(keys)), 1 / root(queries));

/** softmax(QKᵀ/√d)·V */
export const attention = (queries: Matrix, keys: Matrix, values: Matrix): Matrix =>
  product(softmaxRows(scoresOf(queries, keys)), values);

export const softmaxUnshifted = (scores: Matrix): Matrix =>
  scores.map((row) => row.map((s) => Math.exp(s) / sum(row.map(Math.exp))));

export const softmaxColumns = (scores: Matrix): Matrix => transposed(softmaxRows(transposed(scores)));

/** The scores at j with seen(i, j), the others instead. */
export const masked = (scores: Matrix, seen: (i: number, j: number) => boolean, instead: number): Matrix =>
  scores.map((row, i) => row.map((s, j) => (seen(i, j) ? s : instead)));

export const past = (i: number, j: number): boolean => j <= i;

export type Arguments = [queries: Matrix, keys: Matrix, values: Matrix];

export const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-8 || (Number.isNaN(a) && Number.isNaN(b));

/** Whether the rows 0 to last of two calls have the same answer. If not, what is told is the call that is wrong, and its right answer. */
export const sameRows = (
  right: (...args: Arguments) => Matrix,
  calls: readonly Arguments[],
  answers: readonly Matrix[],
  [one, other]: [number, number],
  last: number,
) => {
  for (let i = 0; i <= last; i++)
    for (let j = 0; j < calls[one]![2][0]!.length; j++) {
      const entry = (call: number): number => answers[call]?.[i]?.[j] ?? Number.NaN;
      if (isClose(entry(one), entry(other))) continue;
      for (const call of [one, other]) {
        const expected = right(...calls[call]!)[i]![j]!;
        if (!isClose(expected, entry(call))) return { expected, received: entry(call), call, path: `[${i}][${j}]` };
      }
    }
  return undefined;
};
