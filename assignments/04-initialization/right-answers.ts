import { type NamedAnswer, rightAnswers as of } from '../../grader/contract.ts';
import type { Initializer } from '../../reference/initializers.ts';
import type { Layer, Matrix, Vector } from '../../reference/types.ts';
import { fanOf, type Scheme, type Setup } from './parameters.ts';
import type { InitializationTasks, NetworkArgs } from './reference.ts';

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
  'angle-of-two-normals': byColumns(
    (rng, ...fans) => (limit(...fans) * Math.atan2(rng.normal(), rng.normal())) / Math.PI,
  ),
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

/** As the documentation of libraries has it. */
const stdBetweenTwo = 0.87962566103423978;

const truncatedStyles = (std: OfFans): { readonly [style: string]: Initializer } => {
  const again = (draw: () => number): number => {
    let z = draw();
    while (Math.abs(z) > 2) z = draw();
    return z / stdBetweenTwo;
  };
  return {
    'by-columns': byColumns((rng, ...fans) => again(rng.normal) * std(...fans)),
    'in-single-precision': inSinglePrecision((rng, ...fans) => std(...fans) * again(rng.normal)),
    polar: byColumns((rng, ...fans) => std(...fans) * again(() => polar(rng))),
    'accepted-by-density': byColumns((rng, ...fans) => {
      for (;;) {
        const z = 4 * rng.uniform() - 2;
        if (rng.uniform() < Math.exp((-z * z) / 2)) return (z * std(...fans)) / stdBetweenTwo;
      }
    }),
  };
};

/** A net whose layers are drawn from the last to the first. */
const netBy =
  ({ choices }: Setup, draw: { readonly balanced: Initializer; readonly gained: Initializer }) =>
  (sizes: NetworkArgs[0], activation: string, rng: Draw): Layer[] => {
    const layers: Layer[] = [];
    for (let l = sizes.length - 1; l > 0; l--) {
      const [fanIn, fanOut] = [sizes[l - 1]!, sizes[l]!];
      const weights = draw[activation === choices.balanced ? 'balanced' : 'gained'](fanIn, fanOut, rng);
      layers.unshift({ weights, biases: new Array<number>(fanOut).fill(0) });
    }
    return layers;
  };

const sumOf = (values: Vector): number => values.reduce((sum, value) => sum + value, 0);

const stdOf =
  ({ scale, mode }: Scheme): OfFans =>
  (...fans) =>
    Math.sqrt(scale) / Math.sqrt(fanOf(mode, ...fans));
const limitOf =
  ({ scale, mode }: Scheme): OfFans =>
  (...fans) =>
    Math.sqrt((3 * scale) / fanOf(mode, ...fans));

function ofInitializers(t: InitializationTasks, { schemes, isTruncated }: Setup): readonly NamedAnswer[] {
  const { standard, balanced, gained } = schemes;
  const normal = isTruncated ? truncatedStyles : normalStyles;
  return [
    ...of(t.standardUniform, uniformStyles(limitOf(standard))),
    ...of(t.xavierUniform, uniformStyles(limitOf(balanced))),
    ...of(t.heUniform, uniformStyles(limitOf(gained))),
    ...of(t.xavierNormal, normal(stdOf(balanced))),
    ...of(t.heNormal, normal(stdOf(gained))),
  ];
}

function ofNets({ initializeNetwork: task }: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  const { balanced, gained } = setup.schemes;
  const normal = setup.isTruncated ? truncatedStyles : normalStyles;
  const styles = (scheme: Scheme) => ({
    uniform: uniformStyles(limitOf(scheme))['from-the-lower-end']!,
    normal: normal(stdOf(scheme))['by-columns']!,
    polar: normal(stdOf(scheme))['polar']!,
  });
  const [one, other] = [styles(balanced), styles(gained)];
  const net = (draws: Parameters<typeof netBy>[1]) => netBy(setup, draws);
  /** A uniform on [−1/√fanIn, 1/√fanIn], stretched. */
  const stretched =
    ({ scale, mode }: Scheme): Initializer =>
    (fanIn, fanOut, rng) => {
      const plain = uniformStyles(() => 1 / Math.sqrt(fanIn))['mirrored-draw']!(fanIn, fanOut, rng);
      return plain.map((row) => row.map((w) => w * Math.sqrt((3 * scale * fanIn) / fanOf(mode, fanIn, fanOut))));
    };
  return of(task, {
    uniform: net({ balanced: one.uniform, gained: other.uniform }),
    normal: net({ balanced: one.normal, gained: other.normal }),
    mixed: net({ balanced: one.uniform, gained: other.polar }),
    'families-by-turns': (sizes, activation, rng) => {
      const [even, odd] = [
        net({ balanced: one.uniform, gained: other.normal }),
        net({ balanced: one.normal, gained: other.uniform }),
      ];
      return sizes.slice(1).flatMap((fanOut, l) => (l % 2 === 0 ? even : odd)([sizes[l]!, fanOut], activation, rng));
    },
    'scaled-standard': net({ balanced: stretched(balanced), gained: stretched(gained) }),
  });
}

/** Each task in other ways than the reference's. */
export const rightAnswers = (t: InitializationTasks, setup: Setup): readonly NamedAnswer[] => [
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
  ...ofInitializers(t, setup),
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
  ...ofNets(t, setup),
];
