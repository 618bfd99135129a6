import type { Rng } from '../../../../grader/kit.ts';
import type { StepOptions, TrainingData, TrainingSettings } from '../../../../reference/nets/training.ts';
import type { Layer } from '../../../../reference/numerics/types.ts';
import type { Phi } from '../../activations.ts';
import type { Rules } from '../../rules.ts';

interface Flat {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/** N(0, 1) by Marsaglia's polar method. */
function polar(rng: Rng): number {
  for (;;) {
    const u = 2 * rng.uniform() - 1;
    const v = 2 * rng.uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

function initialFlat(sizes: readonly number[], { isRelu }: Phi, rng: Rng): Flat[] {
  return sizes.slice(1).map((fanOut, l) => {
    const fanIn = sizes[l]!;
    const std = Math.sqrt(isRelu ? 2 / fanIn : 2 / (fanIn + fanOut));
    return {
      fanIn,
      fanOut,
      weights: Float64Array.from({ length: fanIn * fanOut }, () => std * polar(rng)),
      biases: new Float64Array(fanOut),
    };
  });
}

/** The activations of every layer, the input first and the logits last. */
function forwardFlat(net: readonly Flat[], { isRelu, value }: Phi, input: readonly number[]) {
  const activations = [Float64Array.from(input)];
  for (const [l, { fanIn, fanOut, weights, biases }] of net.entries()) {
    const from = activations[l]!;
    const to = new Float64Array(fanOut);
    for (let j = 0; j < fanOut; j++) {
      let z = biases[j]!;
      for (let i = 0; i < fanIn; i++) z += weights[j * fanIn + i]! * from[i]!;
      to[j] = l === net.length - 1 ? z : isRelu ? Math.max(0, z) : value(z);
    }
    activations.push(to);
  }
  return activations;
}

/** softmax − one-hot, over N. */
function outputDelta(logits: Float64Array, label: number, N: number): Float64Array {
  const largest = Math.max(...logits);
  const delta = logits.map((z) => Math.exp(z - largest));
  const sum = delta.reduce((total, value) => total + value, 0);
  return delta.map((value, k) => (value / sum - (k === label ? 1 : 0)) / N);
}

function addGradients(
  net: readonly Flat[],
  sums: readonly Flat[],
  activations: readonly Float64Array[],
  last: Float64Array,
  slopeAt: (a: number) => number,
): void {
  let delta = last;
  for (let l = net.length - 1; l >= 0; l--) {
    const { fanIn, fanOut, weights } = net[l]!;
    const sum = sums[l]!;
    const from = activations[l]!;
    const below = new Float64Array(fanIn);
    for (let j = 0; j < fanOut; j++) {
      sum.biases[j]! += delta[j]!;
      for (let i = 0; i < fanIn; i++) {
        sum.weights[j * fanIn + i]! += delta[j]! * from[i]!;
        below[i]! += weights[j * fanIn + i]! * delta[j]!;
      }
    }
    delta = below.map((value, i) => value * slopeAt(from[i]!));
  }
}

const zeros = (net: readonly Flat[]): Flat[] =>
  net.map((layer) => ({
    ...layer,
    weights: new Float64Array(layer.weights.length),
    biases: new Float64Array(layer.biases.length),
  }));

/** θ − η·factor·(g + λw), in place. */
function move(
  net: readonly Flat[],
  sums: readonly Flat[],
  { learningRate, maxNorm, limit, l2 = 0 }: StepOptions,
): void {
  let squares = 0;
  for (const [l, { weights, biases }] of sums.entries()) {
    for (let i = 0; i < weights.length; i++) {
      weights[i]! += l2 * net[l]!.weights[i]!;
      squares += weights[i]! ** 2;
    }
    for (const g of biases) squares += g * g;
  }
  const factor = maxNorm === undefined ? 1 : Math.min(1, maxNorm / (Math.sqrt(squares) + 1e-6));
  const cut = (g: number): number => (limit === undefined ? g : Math.abs(g) > limit ? limit * Math.sign(g) : g);
  for (const [l, { weights, biases }] of net.entries()) {
    for (let i = 0; i < weights.length; i++) weights[i]! -= learningRate * cut(factor * sums[l]!.weights[i]!);
    for (let j = 0; j < biases.length; j++) biases[j]! -= learningRate * cut(factor * sums[l]!.biases[j]!);
  }
}

/** φ′ from the activation: of ReLU, of tanh, and of the arc tangent, cos² a. */
function slopeOf({ isRelu, name }: Phi): (a: number) => number {
  if (isRelu) return (a) => (a > 0 ? 1 : 0);
  return name === 'tanh' ? (a) => 1 - a ** 2 : (a) => Math.cos(a) ** 2;
}

/** Training with plain loops over typed arrays, by itself from the random numbers on. */
export const trainingByLoops =
  ({ phis, optionsOf }: Rules) =>
  ({ inputs, labels }: TrainingData, settings: TrainingSettings<string>, rng: Rng): Layer[] => {
    const { hiddenSizes, classes, activation, epochs, batchSize } = settings;
    const phi = phis.of(activation);
    const slopeAt = slopeOf(phi);
    const net = initialFlat([inputs[0]!.length, ...hiddenSizes, classes], phi, rng);
    const order = [...inputs.keys()];
    for (let epoch = 0; epoch < epochs; epoch++) {
      // Shuffled by random keys.
      const keys = order.map(() => rng.uniform());
      order.sort((a, b) => keys[a]! - keys[b]!);
      for (let first = 0; first < order.length; first += batchSize) {
        const batch = order.slice(first, first + batchSize);
        const sums = zeros(net);
        for (const n of batch) {
          const activations = forwardFlat(net, phi, inputs[n]!);
          const delta = outputDelta(activations.at(-1)!, labels[n]!, batch.length);
          addGradients(net, sums, activations, delta, slopeAt);
        }
        move(net, sums, optionsOf(settings));
      }
    }
    return net.map(({ fanIn, fanOut, weights, biases }) => ({
      weights: Array.from({ length: fanOut }, (_, j) => [...weights.subarray(j * fanIn, (j + 1) * fanIn)]),
      biases: [...biases],
    }));
  };
