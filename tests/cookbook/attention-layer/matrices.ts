export type Matrix = number[][];

export const sum = (numbers: number[]): number => numbers.reduce((total, x) => total + x, 0);

export const dot = (a: number[], b: number[]): number => sum(a.map((x, i) => x * b[i]!));

export const transposed = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!));

export const product = (a: Matrix, b: Matrix): Matrix => {
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
};

/** A product as one gets it who leaves out a transpose: beyond the edge of a matrix is nothing, and a sum with that is NaN. */
export const misfitProduct = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => sum(b.map((other, k) => (row[k] ?? Number.NaN) * other[j]!))));

export const scaled = (a: Matrix, factor: number): Matrix => a.map((row) => row.map((x) => x * factor));

export const root = (queries: Matrix): number => Math.sqrt(queries[0]!.length);
