import { binaryCrossEntropyGradient } from './loss.ts';
import { sigmoid, sigmoidDerivative } from './sigmoid.ts';
import { type ForwardPass, type Layer, type Matrix, type Vector } from './types.ts';

const dot = (u: Vector, v: Vector): number => u.reduce((s, x, i) => s + x * v[i], 0);
const apply = (m: Matrix, v: Vector): Vector => m.map((row) => dot(row, v));
const add = (u: Vector, v: Vector): Vector => u.map((x, i) => x + v[i]);
const transpose = (m: Matrix): Matrix => m[0].map((_, i) => m.map((row) => row[i]));
const outer = (u: Vector, v: Vector): Matrix => u.map((x) => v.map((y) => x * y));
const axpy = (k: number, u: Vector, v: Vector): Vector => v.map((y, i) => y + k * u[i]);

export const forward = (layers: Layer[], input: Vector): ForwardPass =>
  layers.reduce<ForwardPass>(
    ({ preactivations, activations }, { weights, biases }) =>
      ((z: Vector) => ({
        preactivations: [...preactivations, z],
        activations: [...activations, z.map(sigmoid)],
      }))(add(apply(weights, activations.at(-1)!), biases)),
    { preactivations: [], activations: [input] },
  );

const deltas = (layers: Layer[], { preactivations, activations }: ForwardPass, targets: Vector): Vector[] =>
  layers.reduceRight<Vector[]>(
    (later, _, l) => [
      (l === layers.length - 1
        ? binaryCrossEntropyGradient(targets, activations[l + 1])
        : apply(transpose(layers[l + 1].weights), later[0])
      ).map((g, j) => g * sigmoidDerivative(preactivations[l][j])),
      ...later,
    ],
    [],
  );

export const backward = (layers: Layer[], pass: ForwardPass, targets: Vector): Layer[] =>
  deltas(layers, pass, targets).map((delta, l) => ({ weights: outer(delta, pass.activations[l]), biases: delta }));

export const gradientDescentStep = (layers: Layer[], gradients: Layer[], learningRate: number): Layer[] =>
  layers.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => axpy(-learningRate, gradients[l].weights[j], row)),
    biases: axpy(-learningRate, gradients[l].biases, biases),
  }));
