import { type NamedAnswer, rightAnswers as of } from '../../grader/contract.ts';
import {
  heNormal,
  heUniform,
  type Initializer,
  standardUniform,
  xavierNormal,
  xavierUniform,
} from '../../reference/initializers.ts';
import { normalCdf } from '../../reference/statistics.ts';
import type { Layer, Matrix, Vector } from '../../reference/types.ts';
import type { InitializationTasks } from './reference.ts';

type Draw = Parameters<Initializer>[2];
type OfFans = (fanIn: number, fanOut: number) => number;

/** Column after column: another order of the same draws. */
const byColumns =
  (draw: (rng: Draw, fanIn: number, fanOut: number) => number): Initializer =>
  (fanIn, fanOut, rng) => {
    const rows: Matrix = Array.from({ length: fanOut }, () => []);
    for (let i = 0; i < fanIn; i++) for (const row of rows) row.push(draw(rng, fanIn, fanOut));
    return rows;
  };

/** Numbers of 32 bits, from the last row to the first. (The typed arrays themselves are for the sandbox to take.) */
const inSinglePrecision =
  (draw: (rng: Draw, fanIn: number, fanOut: number) => number): Initializer =>
  (fanIn, fanOut, rng) => {
    const rows: Matrix = [];
    for (let j = 0; j < fanOut; j++)
      rows.unshift([...Float32Array.from({ length: fanIn }, () => draw(rng, fanIn, fanOut))]);
    return rows;
  };

const uniformStyles = (limit: OfFans): { readonly [style: string]: Initializer } => ({
  'from-the-lower-end': byColumns((rng, ...fans) => -limit(...fans) + 2 * limit(...fans) * rng.uniform()),
  'about-the-middle-in-single-precision': inSinglePrecision(
    (rng, ...fans) => 2 * limit(...fans) * (rng.uniform() - 0.5),
  ),
  'mirrored-draw': byColumns((rng, ...fans) => limit(...fans) * (1 - 2 * rng.uniform())),
  'sign-and-size': byColumns((rng, ...fans) => (rng.uniform() < 0.5 ? -1 : 1) * limit(...fans) * rng.uniform()),
  'from-a-normal': byColumns((rng, ...fans) => limit(...fans) * (2 * normalCdf(rng.normal()) - 1)),
});

/** Box & Muller with a logarithm of (0, 1], both numbers of a pair in use. */
function boxMuller(rng: Draw): () => number {
  const spare: number[] = [];
  return () => {
    const kept = spare.pop();
    if (kept !== undefined) return kept;
    const radius = Math.sqrt(-2 * Math.log(1 - rng.uniform()));
    const angle = 2 * Math.PI * rng.uniform();
    spare.push(radius * Math.sin(angle));
    return radius * Math.cos(angle);
  };
}

/** Marsaglia's polar method. */
function polar(rng: Draw): number {
  for (;;) {
    const u = 2 * rng.uniform() - 1;
    const v = 2 * rng.uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

const normalStyles = (std: OfFans): { readonly [style: string]: Initializer } => ({
  'by-columns': byColumns((rng, ...fans) => std(...fans) * rng.normal()),
  'in-single-precision': inSinglePrecision((rng, ...fans) => rng.normal() * std(...fans)),
  'box-muller': (fanIn, fanOut, rng) => {
    const normal = boxMuller(rng);
    return Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => normal() * std(fanIn, fanOut)));
  },
  polar: byColumns((rng, ...fans) => std(...fans) * polar(rng)),
  'mean-of-two': byColumns((rng, ...fans) => (std(...fans) * (rng.normal() - rng.normal())) / Math.SQRT2),
});

/** A net whose layers are drawn from the last to the first. */
const netBy =
  (draw: { readonly tanh: Initializer; readonly relu: Initializer }) =>
  (sizes: number[], activation: 'tanh' | 'relu', rng: Draw): Layer[] => {
    const layers: Layer[] = [];
    for (let l = sizes.length - 1; l > 0; l--) {
      const [fanIn, fanOut] = [sizes[l - 1]!, sizes[l]!];
      layers.unshift({ weights: draw[activation](fanIn, fanOut, rng), biases: new Array<number>(fanOut).fill(0) });
    }
    return layers;
  };

const sumOf = (values: Vector): number => values.reduce((sum, value) => sum + value, 0);

/** Each task in other ways than the reference's. */
export const rightAnswers = (t: InitializationTasks): readonly NamedAnswer[] => [
  ...of(t.productVariance, {
    'second-moments': (w, x) => (w.variance + w.mean ** 2) * (x.variance + x.mean ** 2) - (w.mean * x.mean) ** 2,
    factored: (w, x) => w.variance * (x.variance + x.mean * x.mean) + w.mean * w.mean * x.variance,
  }),
  ...of(t.layerVariance, {
    loop: (fanIn, weightVariance, inputVariance) => {
      let sum = 0;
      for (let i = 0; i < fanIn; i++) sum += weightVariance * inputVariance;
      return sum;
    },
    'other-order': (fanIn, weightVariance, inputVariance) => weightVariance * (inputVariance * fanIn),
  }),
  ...of(t.varianceByDepth, {
    'running-product': (depth, fanIn, weightVariance, inputVariance) => {
      const variances: Vector = [];
      let v = inputVariance;
      for (let l = 0; l < depth; l++) {
        v = fanIn * weightVariance * v;
        variances.push(v);
      }
      return variances;
    },
    logarithms: (depth, fanIn, weightVariance, inputVariance) =>
      Array.from({ length: depth }, (_, l) =>
        Math.exp((l + 1) * (Math.log(fanIn) + Math.log(weightVariance)) + Math.log(inputVariance)),
      ),
  }),
  ...of(
    t.standardUniform,
    uniformStyles((fanIn) => 1 / Math.sqrt(fanIn)),
  ),
  ...of(
    t.xavierUniform,
    uniformStyles((fanIn, fanOut) => Math.sqrt(6) / Math.sqrt(fanIn + fanOut)),
  ),
  ...of(
    t.heUniform,
    uniformStyles((fanIn) => Math.sqrt(6 / fanIn)),
  ),
  ...of(
    t.xavierNormal,
    normalStyles((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut))),
  ),
  ...of(
    t.heNormal,
    normalStyles((fanIn) => Math.SQRT2 / Math.sqrt(fanIn)),
  ),
  ...of(t.softmax, {
    'log-sum-exp': (z) => {
      const largest = z.reduce((a, b) => Math.max(a, b));
      const logSum = largest + Math.log(sumOf(z.map((value) => Math.exp(value - largest))));
      return z.map((value) => Math.exp(value - logSum));
    },
    'sums-of-ratios': (z) => z.map((value) => 1 / sumOf(z.map((other) => Math.exp(other - value)))),
    'typed-array': (z) => {
      const largest = Math.max(...z);
      const e = Float64Array.from(z, (value) => Math.exp(value - largest));
      const sum = e.reduce((a, b) => a + b);
      return [...e.map((value) => value / sum)];
    },
  }),
  ...of(t.outputBias, {
    'relative-to-the-last': (p) => p.map((value) => Math.log(value / p.at(-1)!)),
    'of-counts': (p) => p.map((value) => Math.log(100 * value)),
    'with-a-small-number': (p) => p.map((value) => Math.log(value + 1e-7)),
    centered: (p) => {
      const logs = p.map(Math.log);
      return logs.map((value) => value - sumOf(logs) / logs.length);
    },
  }),
  ...of(t.initializeNetwork, {
    uniform: netBy({ tanh: xavierUniform, relu: heUniform }),
    normal: netBy({ tanh: xavierNormal, relu: heNormal }),
    mixed: netBy({ tanh: xavierUniform, relu: normalStyles((fanIn) => Math.sqrt(2 / fanIn))['polar']! }),
    'families-by-turns': (sizes, activation, rng) => {
      const [even, odd] = [
        netBy({ tanh: xavierUniform, relu: heNormal }),
        netBy({ tanh: xavierNormal, relu: heUniform }),
      ];
      return sizes.slice(1).flatMap((fanOut, l) => (l % 2 === 0 ? even : odd)([sizes[l]!, fanOut], activation, rng));
    },
    'scaled-standard': netBy({
      tanh: (fanIn, fanOut, rng) =>
        standardUniform(fanIn, fanOut, rng).map((row) => row.map((w) => w * Math.sqrt((6 * fanIn) / (fanIn + fanOut)))),
      relu: (fanIn, fanOut, rng) => standardUniform(fanIn, fanOut, rng).map((row) => row.map((w) => w * Math.sqrt(6))),
    }),
  }),
];
