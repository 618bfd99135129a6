// Long, for forward, backward and step work on the same flat arrays.
import type { Nonlinearity } from '../../../../reference/nets/deep-network.ts';
import type { StepOptions, TrainingData } from '../../../../reference/nets/training.ts';
import type { RandomStream } from '../../../../reference/numerics/rng.ts';
import type { Layer } from '../../../../reference/numerics/types.ts';
import type { Initializer } from '../../../../reference/weights/initializers.ts';

/** The examples of one step, inputs and labels by their own numbers. */
export interface Batch {
  readonly inputs: readonly number[];
  readonly labels: readonly number[];
  /** What their gradients are divided by; their number, if nothing is said. */
  readonly divisor?: number;
}

/** What is trained, and how. */
export interface FastRun {
  readonly sizes: readonly number[];
  readonly phi: Nonlinearity;
  /** For each layer. */
  readonly draw: (l: number) => Initializer;
  /** Of each bias at the start; 0 if nothing is said. */
  readonly bias?: (rng: RandomStream) => number;
  /** The steps of one epoch; asked for anew in every epoch, of which 0 is the first. */
  readonly batches: (rng: RandomStream, epoch: number) => readonly Batch[];
  readonly epochs: number;
  readonly options: (epoch: number) => StepOptions;
}

interface Flat {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
  readonly weightGradients: Float64Array;
  readonly biasGradients: Float64Array;
  readonly z: Float64Array;
  readonly a: Float64Array;
  readonly delta: Float64Array;
}

/**
 * Trains as reference/nets/training.ts does, operation for operation in the same order, over flat arrays: the same weights to
 * the bit, which a test holds, in a third of the time. The wrong ways to train, and the thousands of nets that thresholds
 * are measured with, would take too long otherwise.
 */
export function trainFast({ inputs, labels }: TrainingData, run: FastRun, rng: RandomStream): Layer[] {
  const net = initial(run, rng);
  const rows = inputs.map((row) => Float64Array.from(row));
  for (let epoch = 0; epoch < run.epochs; epoch++) {
    for (const batch of run.batches(rng, epoch)) {
      for (const { weightGradients, biasGradients } of net) {
        weightGradients.fill(0);
        biasGradients.fill(0);
      }
      for (const [k, n] of batch.inputs.entries()) {
        forward(net, rows[n]!, run.phi);
        backward(net, rows[n]!, labels[batch.labels[k]!]!, batch.divisor ?? batch.inputs.length, run.phi);
      }
      step(net, run.options(epoch));
    }
  }
  return net.map(({ fanIn, fanOut, weights, biases }) => ({
    weights: Array.from({ length: fanOut }, (_, j) => Array.from(weights.subarray(j * fanIn, (j + 1) * fanIn))),
    biases: Array.from(biases),
  }));
}

function initial({ sizes, draw, bias = () => 0 }: FastRun, rng: RandomStream): readonly Flat[] {
  return sizes.slice(1).map((fanOut, l) => {
    const fanIn = sizes[l]!;
    return {
      fanIn,
      fanOut,
      weights: Float64Array.from(draw(l)(fanIn, fanOut, rng).flat()),
      biases: Float64Array.from({ length: fanOut }, () => bias(rng)),
      weightGradients: new Float64Array(fanIn * fanOut),
      biasGradients: new Float64Array(fanOut),
      z: new Float64Array(fanOut),
      a: new Float64Array(fanOut),
      delta: new Float64Array(fanOut),
    };
  });
}

function forward(net: readonly Flat[], input: Float64Array, { value }: Nonlinearity): void {
  let from = input;
  for (let l = 0; l < net.length; l++) {
    const { fanIn, fanOut, weights, biases, z, a } = net[l]!;
    for (let j = 0, at = 0; j < fanOut; j++) {
      let sum = 0;
      for (let i = 0; i < fanIn; i++) sum += weights[at++]! * from[i]!;
      z[j] = sum + biases[j]!;
      a[j] = l < net.length - 1 ? value(z[j]!) : z[j]!;
    }
    from = a;
  }
}

function backward(
  net: readonly Flat[],
  input: Float64Array,
  label: number,
  examples: number,
  { derivative }: Nonlinearity,
): void {
  const last = net[net.length - 1]!;
  const largest = Math.max(...last.z);
  let sum = 0;
  for (let k = 0; k < last.fanOut; k++) {
    last.delta[k] = Math.exp(last.z[k]! - largest);
    sum += last.delta[k]!;
  }
  for (let k = 0; k < last.fanOut; k++) {
    const p = last.delta[k]! / sum;
    last.delta[k] = (k === label ? p - 1 : p) / examples;
  }
  for (let l = net.length - 1; l >= 0; l--) {
    const { fanIn, fanOut, weights, weightGradients, biasGradients, delta } = net[l]!;
    const from = l === 0 ? input : net[l - 1]!.a;
    for (let j = 0, at = 0; j < fanOut; j++) {
      const d = delta[j]!;
      biasGradients[j]! += d;
      for (let i = 0; i < fanIn; i++) weightGradients[at++]! += d * from[i]!;
    }
    if (l === 0) return;
    const below = net[l - 1]!;
    below.delta.fill(0);
    for (let j = 0, at = 0; j < fanOut; j++) {
      const d = delta[j]!;
      for (let i = 0; i < fanIn; i++) below.delta[i]! += weights[at++]! * d;
    }
    for (let i = 0; i < fanIn; i++) below.delta[i]! *= derivative(below.z[i]!);
  }
}

function step(net: readonly Flat[], { learningRate, maxNorm = Infinity, limit, l2 = 0 }: StepOptions): void {
  let squares = 0;
  for (const { weights, weightGradients, biasGradients } of net) {
    for (let i = 0; i < weights.length; i++) {
      const g = weightGradients[i]! + l2 * weights[i]!;
      weightGradients[i] = g;
      squares += g * g;
    }
    for (let j = 0; j < biasGradients.length; j++) squares += biasGradients[j]! * biasGradients[j]!;
  }
  const norm = Math.sqrt(squares);
  const factor = norm > maxNorm ? maxNorm / norm : 1;
  const clipped = (g: number): number => (limit === undefined ? g * factor : Math.min(Math.max(g, -limit), limit));
  for (const { weights, biases, weightGradients, biasGradients } of net) {
    for (let i = 0; i < weights.length; i++) weights[i]! -= learningRate * clipped(weightGradients[i]!);
    for (let j = 0; j < biases.length; j++) biases[j]! -= learningRate * clipped(biasGradients[j]!);
  }
}
