import type { Matrix, Rows, Vector } from './types.ts';

/** A matrix, entry by entry, row by row. */
export function matrixBy(rows: number, columns: number, entry: () => number): Matrix {
  const matrix: Matrix = [];
  for (let j = 0; j < rows; j++) {
    const row: Vector = new Array(columns);
    for (let i = 0; i < columns; i++) row[i] = entry();
    matrix.push(row);
  }
  return matrix;
}

/** Σ a_i·b_i */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** M·v */
export const multiply = (matrix: Rows, vector: Vector): Vector => matrix.map((row) => dot(row, vector));

/** Mᵀ·v; `columns` is what M has of them. */
export function multiplyTransposed(matrix: Matrix, vector: Vector, columns: number): Vector {
  const sums: Vector = new Array(columns).fill(0);
  // Row by row, in the order in which the numbers lie in memory.
  for (let i = 0; i < matrix.length; i++) {
    const row = matrix[i]!;
    const factor = vector[i]!;
    for (let j = 0; j < columns; j++) sums[j]! += row[j]! * factor;
  }
  return sums;
}

/** The matrix a_i·b_j. */
export const outer = (a: Vector, b: Vector): Matrix => a.map((left) => b.map((right) => left * right));

/** Mᵀ */
export const transpose = (matrix: Matrix): Matrix => (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!));
