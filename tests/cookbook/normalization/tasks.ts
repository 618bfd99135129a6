import {
  bernoulli,
  defineTask,
  matrix,
  type Rng,
  real,
  record,
  rng,
  slope,
  vector,
  whole,
} from '../../../grader/kit.ts';

type Vector = number[];
type Matrix = number[][];
type Gradients = { batch: Matrix; gamma: Vector; beta: Vector };
type Forward = (batch: Matrix, gamma: Vector, beta: Vector, epsilon: number) => Matrix;
type Deviation = (xs: Vector, epsilon: number) => number;

const sum = (xs: Vector): number => xs.reduce((total, x) => total + x, 0);
const mean = (xs: Vector): number => sum(xs) / xs.length;
const times = (xs: Vector, ys: Vector): Vector => xs.map((x, i) => x * ys[i]!);
const transposed = (m: Matrix): Matrix => m[0]!.map((_, j) => m.map((row) => row[j]!));
const variance = (xs: Vector, n = xs.length): number => sum(xs.map((x) => (x - mean(xs)) ** 2)) / n;

const deviation: Deviation = (xs, epsilon) => Math.sqrt(variance(xs) + epsilon);
const onePass: Deviation = (xs, epsilon) => Math.sqrt(mean(times(xs, xs)) - mean(xs) ** 2 + epsilon);
/** What stands in the place of √(σ² + ε), in any of the three. */
const slips: Record<string, Deviation> = {
  unbiased: (xs, epsilon) => Math.sqrt(variance(xs, xs.length - 1) + epsilon),
  summed: (xs, epsilon) => Math.sqrt(variance(xs, 1) + epsilon),
  'epsilon-outside': (xs, epsilon) => Math.sqrt(variance(xs)) + epsilon,
  rootless: (xs, epsilon) => variance(xs) + epsilon,
  'epsilon-forgotten': (xs) => Math.sqrt(variance(xs)),
};
const slipsOf = <T>(prefix: string, make: (slip: Deviation) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(slips).map(([id, slip]) => [`${prefix}-${id}`, make(slip)]));

/** x̂ = (x − μ)/√(σ² + ε) */
const hat = (xs: Vector, epsilon: number, by = deviation, center = mean): Vector =>
  xs.map((x) => (x - center(xs)) / by(xs, epsilon));
const affine = (rows: Matrix, gamma: Vector, beta: Vector): Matrix =>
  rows.map((row) => row.map((x, j) => gamma[j]! * x + beta[j]!));
/** y = γ·x̂ + β: Ioffe & Szegedy 2015, by columns; Ba, Kiros & Hinton 2016, by rows. */
const batchNorm =
  (by = deviation, center = mean): Forward =>
  (batch, gamma, beta, epsilon) =>
    affine(transposed(transposed(batch).map((xs) => hat(xs, epsilon, by, center))), gamma, beta);
const layerNorm =
  (by = deviation, center = mean): Forward =>
  (batch, gamma, beta, epsilon) =>
    affine(
      batch.map((xs) => hat(xs, epsilon, by, center)),
      gamma,
      beta,
    );
const one = (xs: Vector): Vector => xs.map(() => 1);

/** ∂L/∂x = γ/√(σ² + ε)·(g − mean(g) − x̂·mean(g·x̂)), by columns; `inner` is what stands in brackets. */
const gradients =
  (by = deviation, inner = (g: Vector, x: Vector) => g.map((v, i) => v - mean(g) - x[i]! * mean(times(g, x)))) =>
  (outer: Matrix, batch: Matrix, gamma: Vector, epsilon: number): Gradients => {
    const [gs, xs] = [transposed(outer), transposed(batch)];
    const hats = xs.map((x) => hat(x, epsilon, by));
    const inputs = gs.map((g, j) => inner(g, hats[j]!).map((v) => (gamma[j]! * v) / by(xs[j]!, epsilon)));
    return { batch: transposed(inputs), gamma: gs.map((g, j) => sum(times(g, hats[j]!))), beta: gs.map(sum) };
  };

const mask =
  (entry: (u: number, drop: number) => number) =>
  (size: number, drop: number, { uniform }: Rng): Vector =>
    Array.from({ length: size }, () => entry(uniform(), drop));
/** 0 with the probability `drop`, else 1/(1 − drop): the mean stays 1. */
const dropoutMask = mask((u, drop) => (u < drop ? 0 : 1 / (1 - drop)));

const small = real({ from: -3, to: 3 });
const entry = real({ from: -10, to: 10, usual: [-3, 3] });
const batches = matrix({ rows: [1, 8], columns: [1, 6], entries: entry });
const epsilons = real({ from: 1e-3, to: 0.1 });
const perColumn = ([batch]: readonly [Matrix, ...unknown[]]) => vector({ length: batch[0]!.length, entries: small });

const forward = {
  takes: [
    ['batch', batches],
    ['gamma', perColumn],
    ['beta', perColumn],
    ['epsilon', epsilons],
  ],
  gives: matrix,
  // mean(x²) − μ² is off by some 1e-15·x² = 1e-13, beside ε ≥ 1e-3; |γ·x̂| < 9.
  tolerance: { relative: 1e-9, absolute: 1e-9 },
} as const;

/** One entry for each function of the students', read from top to bottom. */
export const tasks = [
  defineTask({
    id: 'batchNormForward',
    answer: batchNorm(),
    ...forward,
    misconceptions: {
      'batch-by-rows': layerNorm(),
      'batch-over-all': (batch, gamma, beta, epsilon) =>
        affine(
          batch.map((row) => row.map((x) => (x - mean(batch.flat())) / deviation(batch.flat(), epsilon))),
          gamma,
          beta,
        ),
      ...slipsOf('batch', batchNorm),
      'batch-mean-kept': batchNorm(deviation, () => 0),
      'batch-gamma-and-beta-swapped': (batch, gamma, beta, epsilon) => batchNorm()(batch, beta, gamma, epsilon),
    },
    styles: {
      'one-pass': batchNorm(onePass),
      'factor-first': (batch, gamma, beta, epsilon) => {
        const factors = transposed(batch).map((xs, j) => gamma[j]! / deviation(xs, epsilon));
        return affine(
          batch,
          factors,
          beta.map((b, j) => b - factors[j]! * mean(transposed(batch)[j]!)),
        );
      },
    },
  }),
  defineTask({
    id: 'batchNormBackward',
    answer: gradients(),
    takes: [
      ['outer', batches],
      ['batch', ([outer]) => matrix({ rows: outer.length, columns: outer[0]!.length, entries: entry })],
      ['gamma', perColumn],
      ['epsilon', epsilons],
    ],
    gives: record<Gradients>({ batch: matrix, gamma: vector, beta: vector }),
    // As above; |γ·g|/√(σ² + ε) is up to 1000.
    tolerance: { relative: 1e-9, absolute: 1e-7 },
    laws: (self, inputs) => [
      slope(self, {
        inputs,
        at: (_, batch, gamma) => ({ batch, gamma, beta: gamma.map(() => 0) }),
        value: (outer, _, __, epsilon) => (moved) =>
          sum(batchNorm()(moved.batch, moved.gamma, moved.beta, epsilon).map((row, i) => sum(times(row, outer[i]!)))),
      }),
    ],
    misconceptions: {
      'statistics-are-constants': gradients(deviation, (g) => g),
      'variance-is-constant': gradients(deviation, (g) => g.map((v) => v - mean(g))),
      'mean-is-constant': gradients(deviation, (g, x) => g.map((v, i) => v - x[i]! * mean(times(g, x)))),
      'sums-not-means': gradients(deviation, (g, x) => g.map((v, i) => v - sum(g) - x[i]! * sum(times(g, x)))),
      ...slipsOf('backward', gradients),
      'gamma-forgotten': (outer, batch, gamma, epsilon) => ({
        ...gradients()(outer, batch, gamma, epsilon),
        batch: gradients()(outer, batch, one(gamma), epsilon).batch,
      }),
      'gamma-from-the-inputs': (outer, batch, gamma, epsilon) => ({
        ...gradients()(outer, batch, gamma, epsilon),
        gamma: transposed(outer).map((g, j) => sum(times(g, transposed(batch)[j]!))),
      }),
      'means-over-the-batch': (...args) => {
        const { batch, gamma, beta } = gradients()(...args);
        return { batch, gamma: gamma.map((v) => v / batch.length), beta: beta.map((v) => v / batch.length) };
      },
    },
    styles: {
      'one-pass': gradients(onePass),
      sums: gradients(deviation, (g, x) =>
        g.map((v, i) => (g.length * v - sum(g) - x[i]! * sum(times(g, x))) / g.length),
      ),
    },
  }),
  defineTask({
    id: 'layerNormForward',
    answer: layerNorm(),
    ...forward,
    misconceptions: {
      'layer-by-columns': batchNorm(),
      ...slipsOf('layer', layerNorm),
      'layer-mean-kept': layerNorm(deviation, () => 0),
      'layer-gamma-by-row': (batch, gamma, beta, epsilon) =>
        layerNorm()(
          batch,
          one(gamma),
          gamma.map(() => 0),
          epsilon,
        ).map((row, i) => row.map((x) => gamma[i]! * x + beta[i]!)),
    },
    styles: {
      'one-pass': layerNorm(onePass),
      'beta-first': (batch, gamma, beta, epsilon) =>
        batch.map((xs) => xs.map((x, j) => beta[j]! + ((x - mean(xs)) * gamma[j]!) / deviation(xs, epsilon))),
    },
  }),
  defineTask({
    id: 'dropoutMask',
    answer: dropoutMask,
    takes: [
      ['size', whole(1, 100)],
      ['drop', real({ from: 0, to: 0.9 })],
      ['rng', rng],
    ],
    gives: vector,
    distribution: (_, drop) => bernoulli(1 - drop, 1 / (1 - drop)),
    misconceptions: {
      'mask-not-scaled': mask((u, drop) => (u < drop ? 0 : 1)),
      'mask-scaled-by-drop': mask((u, drop) => (u < drop ? 0 : 1 / drop)),
      'mask-multiplied': mask((u, drop) => (u < drop ? 0 : 1 - drop)),
      'mask-swapped': mask((u, drop) => (u < drop ? 1 / (1 - drop) : 0)),
      'mask-drawn-once': (size, drop, rng) => new Array<number>(size).fill(dropoutMask(1, drop, rng)[0]!),
    },
    styles: {
      'the-other-tail': mask((u, drop) => Number(u < 1 - drop) / (1 - drop)),
      loop: (size, drop, { uniform }) => {
        const answer: Vector = [];
        while (answer.length < size) answer.push(uniform() >= drop ? 1 / (1 - drop) : 0);
        return answer;
      },
    },
  }),
];
