import { Mat, zipWith } from './linear-algebra.js';
import { binaryCrossEntropyGradient } from './loss.js';
import { sigmoid, sigmoidDerivative } from './sigmoid.js';
import type { ForwardPass, Layer, Matrix, Vector } from './types.js';

type Floats = ArrayLike<number>;

class DenseLayer {
  private readonly w: Mat;
  private readonly b: Floats;

  constructor({ weights, biases }: Layer) {
    this.w = Mat.from(weights);
    this.b = biases;
  }

  preactivation(a: Floats): Float64Array {
    return zipWith((x, b) => x + b, this.w.times(a), this.b);
  }

  pullBack(delta: Floats): Float64Array {
    return this.w.T.times(delta);
  }
}

export function forward(layers: Layer[], input: Vector): ForwardPass {
  const preactivations: Float64Array[] = [];
  const activations: Float64Array[] = [Float64Array.from(input)];
  layers
    .map((layer) => new DenseLayer(layer))
    .forEach((layer, l) => {
      const z = layer.preactivation(activations[l]);
      preactivations.push(z);
      activations.push(z.map(sigmoid));
    });
  return { preactivations, activations } as unknown as ForwardPass;
}

export function backward(layers: Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  const { preactivations, activations } = pass;
  const gradients: Layer[] = [];
  let l = layers.length;
  let upstream: Floats = binaryCrossEntropyGradient(targets, activations[l]);
  do {
    l--;
    const delta = zipWith((g, z) => g * sigmoidDerivative(z), upstream, preactivations[l]);
    gradients.unshift({
      weights: Mat.outer(delta, activations[l]).toRows() as unknown as Matrix,
      biases: delta as unknown as Vector,
    });
    upstream = new DenseLayer(layers[l]).pullBack(delta);
  } while (l > 0);
  return gradients;
}

export function gradientDescentStep(layers: Layer[], gradients: Layer[], learningRate: number): Layer[] {
  const step = (theta: number, g: number): number => theta - learningRate * g;
  return layers.map((layer, l) => ({
    weights: layer.weights.map((row, j) => zipWith(step, row, gradients[l].weights[j])) as unknown as Matrix,
    biases: zipWith(step, layer.biases, gradients[l].biases) as unknown as Vector,
  }));
}
