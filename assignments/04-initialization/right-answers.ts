import { type NamedAnswer, rightAnswers as of } from '../../grader/kit.ts';
import type { Initializer } from '../../reference/initializers.ts';
import type { Layer, Vector } from '../../reference/types.ts';
import { limitOf, normalStyles, stdOf, truncatedStyles, uniformStyles } from './initializers/answers/right-styles.ts';
import type { Draw } from './initializers/answers/wrong-weights.ts';
import { fanOf, type Scheme, type Setup } from './parameters.ts';
import type { InitializationTasks, NetworkArgs } from './reference.ts';

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

/**
 * All styles for the lecture's own assignment, and for a variant the first two: how a number is drawn does not depend on
 * the number in front of it, and each of them is drawn some hundred thousand times.
 */
const stylesIn =
  ({ isBase }: Setup) =>
  <Style>(styles: { readonly [style: string]: Style }): { readonly [style: string]: Style } =>
    isBase ? styles : Object.fromEntries(Object.entries(styles).slice(0, 2));

function ofInitializers(t: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  const { standard, balanced, gained } = setup.schemes;
  const normal = setup.isTruncated ? truncatedStyles : normalStyles;
  const some = stylesIn(setup);
  return [
    ...of(t.standardUniform, some(uniformStyles(limitOf(standard)))),
    ...of(t.xavierUniform, some(uniformStyles(limitOf(balanced)))),
    ...of(t.heUniform, some(uniformStyles(limitOf(gained)))),
    ...of(t.xavierNormal, some(normal(stdOf(balanced)))),
    ...of(t.heNormal, some(normal(stdOf(gained)))),
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
  const all: { readonly [style: string]: ReturnType<typeof net> } = {
    mixed: net({ balanced: one.uniform, gained: other.polar }),
    'families-by-turns': (sizes, activation, rng) => {
      const [even, odd] = [
        net({ balanced: one.uniform, gained: other.normal }),
        net({ balanced: one.normal, gained: other.uniform }),
      ];
      return sizes.slice(1).flatMap((fanOut, l) => (l % 2 === 0 ? even : odd)([sizes[l]!, fanOut], activation, rng));
    },
    uniform: net({ balanced: one.uniform, gained: other.uniform }),
    normal: net({ balanced: one.normal, gained: other.normal }),
    'scaled-standard': net({ balanced: stretched(balanced), gained: stretched(gained) }),
  };
  return of(task, stylesIn(setup)(all));
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
