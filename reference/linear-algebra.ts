import type { Matrix, Vector } from './types.ts';

/** Σ a_i·b_i */
export const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** M·v */
export const multiply = (matrix: Matrix, vector: Vector): Vector => matrix.map((row) => dot(row, vector));

/** Mᵀ·v; `columns` is what M has of them. */
export function multiplyTransposed(matrix: Matrix, vector: Vector, columns: number): Vector {
  return Array.from({ length: columns }, (_, j) => matrix.reduce((sum, row, i) => sum + row[j]! * vector[i]!, 0));
}

/** The matrix a_i·b_j. */
export const outer = (a: Vector, b: Vector): Matrix => a.map((left) => b.map((right) => left * right));
