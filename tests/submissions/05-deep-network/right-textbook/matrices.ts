import type { Matrix, Vector } from './types';

export const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * b[i], 0);

export const times = (m: Matrix, v: Vector): Vector => m.map((row) => dot(row, v));

export const transpose = (m: Matrix): Matrix => m[0].map((_, i) => m.map((row) => row[i]));

export const outer = (a: Vector, b: Vector): Matrix => a.map((x) => b.map((y) => x * y));

export const addMatrices = (a: Matrix, b: Matrix): Matrix => a.map((row, j) => addVectors(row, b[j]));

export const addVectors = (a: Vector, b: Vector): Vector => a.map((x, i) => x + b[i]);
