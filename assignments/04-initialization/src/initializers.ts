import { type Matrix, NotImplemented, type Rng } from './types';

// Each function returns the weights of one layer: fanOut rows of fanIn numbers, all independent of each other.

/** The old standard: U[−1/√fanIn, 1/√fanIn]. */
export function standardUniform(fanIn: number, fanOut: number, rng: Rng): Matrix {
  throw new NotImplemented('standardUniform');
}

/** Glorot & Bengio (2010): U[−limit, limit] with limit = √6 / √(fanIn + fanOut). */
export function xavierUniform(fanIn: number, fanOut: number, rng: Rng): Matrix {
  throw new NotImplemented('xavierUniform');
}

/** N(0, 2/(fanIn + fanOut)); the second number is the variance. */
export function xavierNormal(fanIn: number, fanOut: number, rng: Rng): Matrix {
  throw new NotImplemented('xavierNormal');
}

/** He et al. (2015): N(0, 2/fanIn); the second number is the variance. */
export function heNormal(fanIn: number, fanOut: number, rng: Rng): Matrix {
  throw new NotImplemented('heNormal');
}

/** U[−limit, limit] with limit = √(6/fanIn), which has the variance of heNormal. */
export function heUniform(fanIn: number, fanOut: number, rng: Rng): Matrix {
  throw new NotImplemented('heUniform');
}
