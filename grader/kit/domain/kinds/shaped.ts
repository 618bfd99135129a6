import { matrixShape, recordShape, type Shape, vectorShape } from '../../values/shape.ts';
import type { Domain } from '../domain.ts';
import { type MatrixOptions, matrixOf } from '../lists/matrix.ts';
import { listOf, type VectorOptions } from '../lists/vector.ts';
import { type Fields, recordOf } from './record.ts';

/**
 * A list of numbers. By itself it is the shape of an answer; called, it is the domain of an argument:
 * `vector({ length: [1, 100], entries: real({ from: 0, to: 1 }) })`.
 */
export const vector: Shape<number[]> & ((options: VectorOptions<number>) => Domain<number[]>) =
  /* @__PURE__ */ Object.assign((options: VectorOptions<number>) => listOf(options), vectorShape);

/** Rows of equal length: the shape of an answer, and, called, the domain of an argument. */
export const matrix: Shape<number[][]> & ((options: MatrixOptions) => Domain<number[][]>) =
  /* @__PURE__ */ Object.assign((options: MatrixOptions) => matrixOf(options), matrixShape);

/** An object with certain fields: the domain of an argument, if they are domains, or the shape of an answer. */
export function record<T extends object>(fields: Fields<T>): Domain<T>;
export function record<T extends object>(fields: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T>;
export function record<T extends object>(
  fields: Fields<T> | { readonly [K in keyof T]: Shape<T[K]> },
): Domain<T> | Shape<T> {
  return hasDomains(fields) ? recordOf(fields) : recordShape(fields);
}

const hasDomains = <T extends object>(
  fields: Fields<T> | { readonly [K in keyof T]: Shape<T[K]> },
): fields is Fields<T> => Object.values<object>(fields).every((field) => 'draw' in field);
