import { deepForward, lossAndGradients } from '../../../reference/nets/deep-network.ts';
import { initialize } from '../../../reference/nets/training.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import { heNormal, type Initializer, standardUniform, xavierNormal } from '../../../reference/weights/initializers.ts';
import { type Phi, phisOf } from '../activations.ts';
import { digitsOf } from '../digits/digits.ts';
import { reluDepth } from '../digits/runs.ts';
import type { Parameters } from '../parameters.ts';

const nets = 20;
/** So many of the digits show what a net says, and what its gradients are. */
const asked = 100;

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
};

/**
 * The std of the activations in each hidden layer, as `layerStatistics` has it, for nets whose biases are 0: all examples
 * side by side in one array, since a hundred nets look at all digits.
 */
function deviations(layers: readonly Layer[], { value }: Phi, inputs: Matrix): number[] {
  let from = Float64Array.from(inputs.flat());
  return layers.slice(0, -1).map(({ weights }) => {
    const fanIn = weights[0]!.length;
    const to = new Float64Array(inputs.length * weights.length);
    for (const [j, row] of weights.entries()) {
      const w = Float64Array.from(row);
      for (let n = 0; n < inputs.length; n++) {
        let z = 0;
        for (let i = 0; i < fanIn; i++) z += w[i]! * from[n * fanIn + i]!;
        to[n * weights.length + j] = value(z);
      }
    }
    from = to;
    const mean = to.reduce((sum, a) => sum + a, 0) / to.length;
    return Math.sqrt(to.reduce((sum, a) => sum + (a - mean) ** 2, 0) / to.length);
  });
}

/** By how much the output for one class differs between two examples, at most. */
function largestDifference(layers: readonly Layer[], phi: Phi, inputs: Matrix): number {
  const logits = inputs.map((input) => deepForward(layers, phi, input).activations.at(-1)!);
  const ranges = logits[0]!.map((_, k) => {
    const entries = logits.map((row) => row[k]!);
    return Math.max(...entries) - Math.min(...entries);
  });
  return Math.max(...ranges);
}

const rootMeanSquare = (matrix: Matrix): number => {
  const entries = matrix.flat();
  return Math.sqrt(entries.reduce((sum, x) => sum + x * x, 0) / entries.length);
};

/** Nets of one kind that have just been drawn: medians over some of them. */
export interface FreshNets {
  readonly phi: Phi;
  readonly way: 'standard' | 'Xavier' | 'He';
  /** std of the activations in every hidden layer. */
  readonly stds: readonly number[];
  /** The largest difference of an output between two digits. */
  readonly difference: number;
  /** Root mean square of ∂L/∂W, in the first hidden layer and in the last. */
  readonly gradients: readonly [first: number, last: number];
}

/** What students see of nets that have just been drawn: of all digits that are trained on, and of some of them. */
export function freshNets(parameters: Parameters): readonly FreshNets[] {
  const { width, classes } = parameters;
  const depth = reluDepth(parameters);
  const { symmetric, relu, other } = phisOf(parameters);
  const { inputs, labels } = digitsOf(parameters).training;
  const sizes = [inputs[0]!.length, ...Array.from({ length: depth }, () => width), classes];
  const some = inputs.slice(0, asked);
  const kinds: readonly (readonly [Phi, FreshNets['way'], Initializer])[] = [
    [symmetric, 'standard', standardUniform],
    [symmetric, 'Xavier', xavierNormal],
    [relu, 'standard', standardUniform],
    [relu, 'Xavier', xavierNormal],
    [relu, 'He', heNormal],
    // Of the others nobody knows whether it keeps its std and does not learn.
    ...(other.name === 'sigmoid' ? ([[other, 'Xavier', xavierNormal]] as const) : []),
  ];
  return kinds.map(([phi, way, initializer]) => {
    const seen = Array.from({ length: nets }, (_, seed) => {
      const layers = initialize(sizes, initializer, createRng(seed));
      const { gradients } = lossAndGradients(layers, phi, some, labels.slice(0, asked));
      return {
        stds: deviations(layers, phi, inputs),
        difference: largestDifference(layers, phi, some),
        first: rootMeanSquare(gradients[0]!.weights),
        last: rootMeanSquare(gradients.at(-2)!.weights),
      };
    });
    return {
      phi,
      way,
      stds: Array.from({ length: depth }, (_, l) => medianOf(seen.map(({ stds }) => stds[l]!))),
      difference: medianOf(seen.map((net) => net.difference)),
      gradients: [medianOf(seen.map(({ first }) => first)), medianOf(seen.map(({ last }) => last))],
    };
  });
}
