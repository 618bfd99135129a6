import { type NamedAnswer, mutants as of } from '../../grader/contract.ts';
import type { Initializer } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import { outputBias, softmax } from '../../reference/softmax.ts';
import { initialize, initializers } from '../../reference/training.ts';
import type { Matrix } from '../../reference/types.ts';
import { layerVariance, productVariance, varianceByDepth } from '../../reference/variance.ts';
import { promised, uniform, varianceOf } from './distributions.ts';
import type { HiddenActivation, InitializationTasks } from './reference.ts';

type Draw = Parameters<Initializer>[2];

/** For a function that keeps something from one call to the next. */
function counter(): () => number {
  let calls = 0;
  return () => calls++;
}

/** In units of the standard deviation. */
type Change = (x: number, rng: Draw) => number;

/** Far negative weights are now and then positive: the mean moves, the variance does not, the histogram hardly. */
const flipped =
  (bound: number, chance: number): Change =>
  (x, rng) =>
    x < -bound && rng.uniform() < chance ? -x : x;

const uniformChanges = {
  'one-percent-too-wide': (x) => 1.01 * x,
  'four-percent-too-narrow': (x) => 0.96 * x,
  'outer-weights-flipped': flipped(0.95 * Math.sqrt(3), 0.63),
  'two-levels': (x) => Math.sign(x) * (0.95 + 0.1 * (Math.abs(x) / Math.sqrt(3))),
} satisfies Record<string, Change>;

const normalChanges = {
  'six-percent-too-wide': (x) => 1.06 * x,
  'outer-weights-flipped': flipped(2, 0.5),
  laplace: (x, rng) => (Math.sign(x) * -Math.log(1 - rng.uniform())) / Math.SQRT2,
} satisfies Record<string, Change>;

const everyOtherRowRepeats = (matrix: Matrix): Matrix =>
  matrix.map((row, j) => (j % 2 === 1 ? [...matrix[j - 1]!] : row));

const weakened = (matrix: Matrix): Matrix => matrix.map((row) => row.map((w) => w / Math.sqrt(3)));

/** Below the fans of every law but that of fifty layers, and above those of the small ones. */
const isNarrow = (fanIn: number, fanOut: number): boolean => fanIn > 20 && Math.min(fanIn, fanOut) < 36;

function weightMutants(t: InitializationTasks): readonly NamedAnswer[] {
  return promised(t).flatMap((promise) => {
    const right: Initializer = promise.task.answer;
    const changes: Record<string, Change> = promise.family === uniform ? uniformChanges : normalChanges;
    const changed = Object.entries(changes).map(([id, change]): [string, Initializer] => [
      id,
      (fanIn, fanOut, rng) => {
        const std = Math.sqrt(varianceOf(promise, fanIn, fanOut));
        const weights = right(fanIn, fanOut, rng);
        // Behind fifty ReLUs even a mean of 0.05 standard deviations adds up.
        if (isNarrow(fanIn, fanOut)) return weights;
        return weights.map((row) => row.map((w) => std * change(w / std, rng)));
      },
    ]);
    const calls = counter();
    return of(promise.task, {
      ...Object.fromEntries(changed),
      'every-other-row-repeats': (...args) => everyOtherRowRepeats(right(...args)),
      'narrow-layers-at-a-third-of-the-variance': (...args) =>
        isNarrow(args[0], args[1]) ? weakened(right(...args)) : right(...args),
      'small-layers-ignore-the-state': (fanIn, fanOut, rng) =>
        right(fanIn, fanOut, fanIn * fanOut <= 20 ? createRng(1) : rng),
      'generator-that-goes-on': (fanIn, fanOut) => right(fanIn, fanOut, createRng(calls())),
    });
  });
}

function networkMutants({ initializeNetwork: task }: InitializationTasks): readonly NamedAnswer[] {
  const right = (sizes: readonly number[], activation: HiddenActivation, rng: Draw) =>
    initialize(sizes, initializers[activation], rng);
  const withWeights =
    (change: (weights: Matrix, l: number) => Matrix) =>
    (sizes: readonly number[], activation: HiddenActivation, rng: Draw) =>
      right(sizes, activation, rng).map(({ weights, biases }, l) => ({ weights: change(weights, l), biases }));
  const calls = counter();
  return of(task, {
    'first-layers-eight-percent-too-wide': withWeights((weights, l) =>
      l < 2 ? weights.map((row) => row.map((w) => 1.08 * w)) : weights,
    ),
    laplace: (sizes, activation, rng) =>
      right(sizes, activation, { ...rng, normal: () => normalChanges.laplace(rng.normal(), rng) }),
    'every-other-row-repeats': withWeights(everyOtherRowRepeats),
    'a-third-of-the-variance-from-the-fifth-layer-on': withWeights((weights, l) =>
      l < 4 ? weights : weakened(weights),
    ),
    'small-nets-ignore-the-state': (sizes, activation, rng) =>
      right(sizes, activation, sizes.reduce((a, b) => a + b) <= 25 ? createRng(1) : rng),
    'generator-that-goes-on': (sizes, activation) => right(sizes, activation, createRng(calls())),
  });
}

/** Wrong answers that show what each law is for. */
export function mutants(t: InitializationTasks): readonly NamedAnswer[] {
  const calls = counter();
  /** The last digits change from call to call. */
  const wavering = (): number => 1 + 1e-13 * (calls() % 2);
  return [
    ...of(t.productVariance, {
      'changes-its-argument': (w, x) => {
        const variance = productVariance(w, x);
        w.mean = 0;
        return variance;
      },
    }),
    ...of(t.layerVariance, { wavering: (...args) => wavering() * layerVariance(...args) }),
    ...of(t.varianceByDepth, {
      'one-layer-is-none': (depth, ...rest) => (depth === 1 ? [] : varianceByDepth(depth, ...rest)),
      'nothing-below-1e-20': (...args) => varianceByDepth(...args).map((v) => (v < 1e-20 ? 0 : v)),
      wavering: (...args) => varianceByDepth(...args).map((v) => wavering() * v),
    }),
    ...weightMutants(t),
    ...of(t.softmax, {
      'nothing-below-1e-10': (logits) => softmax(logits).map((p) => (p < 1e-10 ? 0 : p)),
      'changes-its-argument': (logits) => {
        const probabilities = softmax(logits);
        logits[0] = Math.max(...logits) + 1;
        return probabilities;
      },
    }),
    ...of(t.outputBias, {
      'changes-its-argument': (classFrequencies) => {
        const biases = outputBias(classFrequencies);
        classFrequencies.fill(0);
        return biases;
      },
    }),
    ...networkMutants(t),
  ];
}
