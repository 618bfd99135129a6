import type { Matrix, Rng } from './types';

function uniform(fanIn: number, fanOut: number, limit: number, rng: Rng): Matrix {
  const weights: Matrix = [];
  for (let j = 0; j < fanOut; j++) {
    const row: number[] = [];
    for (let i = 0; i < fanIn; i++) row.push((2 * rng.uniform() - 1) * limit);
    weights.push(row);
  }
  return weights;
}

function normal(fanIn: number, fanOut: number, std: number, rng: Rng): Matrix {
  const weights: Matrix = [];
  for (let j = 0; j < fanOut; j++) {
    const row: number[] = [];
    for (let i = 0; i < fanIn; i++) row.push(rng.normal() * std);
    weights.push(row);
  }
  return weights;
}

export function standardUniform(fanIn: number, fanOut: number, rng: Rng): Matrix {
  return uniform(fanIn, fanOut, 1 / Math.sqrt(fanIn), rng);
}

export function xavierUniform(fanIn: number, fanOut: number, rng: Rng): Matrix {
  return uniform(fanIn, fanOut, Math.sqrt(6) / Math.sqrt(fanIn + fanOut), rng);
}

export function xavierNormal(fanIn: number, fanOut: number, rng: Rng): Matrix {
  return normal(fanIn, fanOut, Math.sqrt(2 / (fanIn + fanOut)), rng);
}

export function heNormal(fanIn: number, fanOut: number, rng: Rng): Matrix {
  const sumOfTwelve = (): number => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += rng.uniform();
    return sum;
  };
  return normal(fanIn, fanOut, Math.sqrt(2 / fanIn), { uniform: rng.uniform, normal: sumOfTwelve });
}

export function heUniform(fanIn: number, fanOut: number, rng: Rng): Matrix {
  return uniform(fanIn, fanOut, Math.sqrt(6 / fanIn), rng);
}
