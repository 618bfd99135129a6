import { softmax, softmaxCrossEntropy } from '../activations/softmax.ts';
import type { Layer, Matrix, Vector } from '../numerics/types.ts';
import type { Nonlinearity } from './deep-network.ts';

/**
 * How far two correct answers about a deep net may be apart in double precision: a running error analysis (Higham 2002,
 * §3.3) of the forward pass, of softmax and of backpropagation. Every operation is allowed its own error and hands on those
 * before it; the bounds follow the numbers at hand. ReLU has both derivatives at 0, and wherever rounding decides on which
 * side of 0 a preactivation lies.
 *
 * Long, for one analysis goes through the net, each step handing its errors on to the next.
 */

/** Half a unit in the last place, relative. */
const unit = 2 ** -53;
/** What φ and φ′ are allowed relative to 1 + what they give: some hundred roundings, in any sensible form. */
const ofFunctions = 1e-14;
/** For sums in any order, and a rounding here and there. */
const ofSum = (terms: number): number => (terms + 8) * unit;

/** What has a kink at 0, like ReLU. */
export interface Rounded extends Nonlinearity {
  readonly isRelu: boolean;
}

/** Values with what each may be off by. */
interface Known {
  readonly values: Vector;
  readonly errors: Vector;
}

/** Σ_i w_i·a_i + b over each row. */
function weighted(rows: Matrix, biases: Vector | undefined, { values, errors }: Known): Known {
  const gamma = ofSum(values.length + 1);
  const sums: number[] = [];
  const bounds: number[] = [];
  for (const [j, row] of rows.entries()) {
    const b = biases?.[j] ?? 0;
    let [sum, size, error] = [b, Math.abs(b), 0];
    for (let i = 0; i < values.length; i++) {
      const w = row[i]!;
      const term = w * values[i]!;
      sum += term;
      size += Math.abs(term);
      error += Math.abs(w) * errors[i]!;
    }
    sums.push(sum);
    bounds.push(error + gamma * (size + error));
  }
  return { values: sums, errors: bounds };
}

/** |φ″| near z, as far as z is uncertain. */
function bend({ derivative }: Rounded, z: number, error: number): number {
  const step = Math.max(error, 1e-5 * Math.max(1, Math.abs(z)));
  const slope = derivative(z);
  return Math.max(Math.abs(derivative(z + step) - slope), Math.abs(slope - derivative(z - step))) / step;
}

function activated(phi: Rounded, { values, errors }: Known): Known {
  const outputs = values.map((z) => phi.value(z));
  if (phi.isRelu) return { values: outputs, errors };
  return {
    values: outputs,
    errors: outputs.map((a, j) => {
      const [z, error] = [values[j]!, errors[j]!];
      const steepness = Math.abs(phi.derivative(z)) + bend(phi, z, error) * error;
      return steepness * error + ofFunctions * (1 + Math.abs(a));
    }),
  };
}

function slopes(phi: Rounded, { values, errors }: Known): Known {
  return {
    values: values.map((z) => phi.derivative(z)),
    errors: values.map((z, j) => {
      const error = errors[j]!;
      if (phi.isRelu) return Math.abs(z) <= error ? 1 : 0;
      return bend(phi, z, error) * error + ofFunctions * (1 + Math.abs(phi.derivative(z)));
    }),
  };
}

interface KnownPass {
  /** Of each layer. */
  readonly preactivations: readonly Known[];
  /** The input first; those of the last layer are its preactivations, the logits. */
  readonly activations: readonly Known[];
}

function passOf(layers: readonly Layer[], phi: Rounded, input: Vector): KnownPass {
  const preactivations: Known[] = [];
  const activations: Known[] = [{ values: input, errors: input.map(() => 0) }];
  for (const [l, { weights, biases }] of layers.entries()) {
    const z = weighted(weights, biases, activations[l]!);
    preactivations.push(z);
    activations.push(l < layers.length - 1 ? activated(phi, z) : z);
  }
  return { preactivations, activations };
}

/** Of every activation of the hidden layers: for each layer, one row per example. */
export const hiddenErrors = (layers: readonly Layer[], phi: Rounded, inputs: Matrix): Matrix[] => {
  const passes = inputs.map((input) => passOf(layers, phi, input));
  return layers.slice(1).map((_, l) => passes.map(({ activations }) => activations[l + 1]!.errors));
};

/** softmax(z) − one-hot. Exponentials are of differences, which have the errors of both and a rounding of their own. */
function lastDelta({ values, errors }: Known, label: number): Known {
  const largest = Math.max(...values);
  const largestError = Math.max(...errors.filter((_, k) => largest - values[k]! < 800));
  const p = softmax(values);
  const relative = values.map(
    (z, k) => errors[k]! + largestError + 4 * unit * (largest - z + Math.abs(largest)) + ofSum(values.length),
  );
  // Each probability has its own exponential, and the sum of all of them.
  const ofAll = p.reduce((sum, share, k) => sum + share * relative[k]!, 0);
  return {
    values: p.map((share, k) => (k === label ? share - 1 : share)),
    errors: p.map((share, k) => Math.min(1, share * (relative[k]! + ofAll)) + unit),
  };
}

/** Of a loss, which is the logarithm of a sum of exponentials less a logit. */
function lossError({ values, errors }: Known, label: number): number {
  const size = Math.max(...values.map(Math.abs));
  return errors[label]! + Math.max(...errors) + unit * 8 * size + ofSum(values.length);
}

export interface GradientErrors {
  readonly loss: number;
  readonly gradients: readonly Layer[];
}

/** Of the mean loss and of its gradients, shaped as the layers. */
export function deepErrors(
  layers: readonly Layer[],
  phi: Rounded,
  inputs: Matrix,
  labels: readonly number[],
): GradientErrors {
  const sums = layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map(() => 0)),
    biases: biases.map(() => 0),
  }));
  const N = inputs.length;
  let loss = 0;
  for (const [n, input] of inputs.entries()) {
    const { preactivations, activations } = passOf(layers, phi, input);
    const label = labels[n]!;
    const logits = activations.at(-1)!;
    const mean = ofSum(N) * softmaxCrossEntropy(logits.values, label);
    loss += (lossError(logits, label) + mean) / N;
    let delta = lastDelta(logits, label);
    for (let l = layers.length - 1; l >= 0; l--) {
      addExample(sums[l]!, delta, activations[l]!, N);
      if (l === 0) break;
      const { weights } = layers[l]!;
      const columns = (weights[0] ?? []).map((_, i) => weights.map((row) => row[i]!));
      delta = times(weighted(columns, undefined, delta), slopes(phi, preactivations[l - 1]!));
    }
  }
  return { loss, gradients: sums };
}

/** Entry by entry. */
const times = (a: Known, b: Known): Known => ({
  values: a.values.map((x, j) => x * b.values[j]!),
  errors: a.values.map((x, j) => errorOfProduct(x, a.errors[j]!, b.values[j]!, b.errors[j]!)),
});

const errorOfProduct = (x: number, dx: number, y: number, dy: number): number =>
  Math.abs(x) * dy + Math.abs(y) * dx + dx * dy + 2 * unit * Math.abs(x * y);

/** Of δ·aᵀ and δ, each a share of a mean over N. */
function addExample({ weights, biases }: Layer, delta: Known, { values, errors }: Known, N: number): void {
  const gamma = ofSum(N);
  for (const [j, row] of weights.entries()) {
    const [d, dd] = [delta.values[j]!, delta.errors[j]!];
    biases[j]! += (dd + gamma * Math.abs(d)) / N;
    for (let i = 0; i < row.length; i++) {
      const a = values[i]!;
      row[i]! += (errorOfProduct(d, dd, a, errors[i]!) + gamma * Math.abs(d * a)) / N;
    }
  }
}
