import type { RandomStream } from '../../reference/rng.ts';
import type { Layer, Matrix } from '../../reference/types.ts';

/** Initializers and nets that are right but for one thing, which nobody looked up in the laws. */

type Initializer = (fanIn: number, fanOut: number, rng: RandomStream) => Matrix;
type Net = (sizes: readonly number[], activation: string, rng: RandomStream) => Layer[];

export interface Departing {
  readonly name: string;
  readonly task: string;
  readonly answer: Initializer | Net;
}

const by =
  (weight: (fanIn: number, fanOut: number, rng: RandomStream, j: number, i: number) => number): Initializer =>
  (fanIn, fanOut, rng) =>
    Array.from({ length: fanOut }, (_, j) => Array.from({ length: fanIn }, (_, i) => weight(fanIn, fanOut, rng, j, i)));

const he = (fanIn: number): number => Math.sqrt(2 / fanIn);
const normalBy = (std: (fanIn: number, fanOut: number) => number): Initializer =>
  by((fanIn, fanOut, rng) => std(fanIn, fanOut) * rng.normal());
const unitBy = (unit: (rng: RandomStream, fanIn: number, fanOut: number) => number): Initializer =>
  by((fanIn, fanOut, rng) => he(fanIn) * unit(rng, fanIn, fanOut));
const right = normalBy(he);
const after =
  (change: (rows: Matrix, fanIn: number, fanOut: number, rng: RandomStream) => Matrix): Initializer =>
  (fanIn, fanOut, rng) =>
    change(right(fanIn, fanOut, rng), fanIn, fanOut, rng);
const only =
  (where: (fanIn: number, fanOut: number) => boolean, wrong: Initializer): Initializer =>
  (fanIn, fanOut, rng) =>
    (where(fanIn, fanOut) ? wrong : right)(fanIn, fanOut, rng);

const open = (rng: RandomStream): number => rng.uniform() + 2 ** -33;
const logistic = (rng: RandomStream): number => {
  const u = open(rng);
  return (Math.log(u / (1 - u)) * Math.sqrt(3)) / Math.PI;
};
const laplace = (rng: RandomStream): number => (-Math.log(open(rng)) * (rng.uniform() < 0.5 ? -1 : 1)) / Math.SQRT2;
const student =
  (nu: number) =>
  (rng: RandomStream): number => {
    let square = 0;
    for (let k = 0; k < nu; k++) square += rng.normal() ** 2;
    return (rng.normal() / Math.sqrt(square / nu)) * Math.sqrt((nu - 2) / nu);
  };
const sumOf =
  (n: number) =>
  (rng: RandomStream): number => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += rng.uniform() - 0.5;
    return sum * Math.sqrt(12 / n);
  };
const mixture =
  (share: number, wide: number) =>
  (rng: RandomStream): number => {
    const narrow = Math.sqrt((1 - share * wide ** 2) / (1 - share));
    return (rng.uniform() < share ? wide : narrow) * rng.normal();
  };
const skewed =
  (shape: number) =>
  (rng: RandomStream): number => {
    let sum = 0;
    for (let k = 0; k < shape; k++) sum -= Math.log(open(rng));
    return (sum - shape) / Math.sqrt(shape);
  };
const twice: Initializer = normalBy((fanIn) => Math.sqrt(4 / fanIn));
const xavier: Initializer = normalBy((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut)));
const uniform: Initializer = unitBy((rng) => Math.sqrt(3) * (2 * rng.uniform() - 1));

const initializers: Readonly<Record<string, Initializer>> = {
  'fan-in capped at 180': normalBy((fanIn) => he(Math.min(180, fanIn))),
  'fan-in capped at 500': normalBy((fanIn) => he(Math.min(500, fanIn))),
  'fan-in at least 4': normalBy((fanIn) => he(Math.max(4, fanIn))),
  'Xavier where square': only((fanIn, fanOut) => fanIn === fanOut, xavier),
  '2/(fanIn + 1)': normalBy((fanIn) => he(fanIn + 1)),
  '2/(fanIn − 1), 2 for one input': normalBy((fanIn) => he(Math.max(1, fanIn - 1))),
  'smaller of both fans': normalBy((fanIn, fanOut) => he(Math.min(fanIn, fanOut))),
  'larger of both fans': normalBy((fanIn, fanOut) => he(Math.max(fanIn, fanOut))),
  'root of the product': normalBy((fanIn, fanOut) => he(Math.sqrt(fanIn * fanOut))),
  'twice for an odd fan-out': only((_, fanOut) => fanOut % 2 === 1, twice),
  'twice for an even fan-in': only((fanIn) => fanIn % 2 === 0, twice),
  'twice for one output': only((_, fanOut) => fanOut === 1, twice),
  'twice for one input': only((fanIn) => fanIn === 1, twice),
  'twice for a 1 × 1 layer': only((fanIn, fanOut) => fanIn * fanOut === 1, twice),
  'twice from 128 inputs': only((fanIn) => fanIn >= 128, twice),
  'twice from 256 outputs': only((_, fanOut) => fanOut >= 256, twice),
  'twice from 784 inputs': only((fanIn) => fanIn >= 784, twice),
  'twice where wide by 100': only((fanIn, fanOut) => fanIn >= 100 * fanOut, twice),
  'twice beyond 20,000 weights': only((fanIn, fanOut) => fanIn * fanOut > 20_000, twice),
  'twice where both are beyond 100': only((fanIn, fanOut) => Math.min(fanIn, fanOut) > 100, twice),
  'twice for powers of two': only((fanIn) => Number.isInteger(Math.log2(fanIn)), twice),
  'uniform below 10 inputs': only((fanIn) => fanIn < 10, uniform),
  'uniform where square': only((fanIn, fanOut) => fanIn === fanOut, uniform),
  'uniform beyond 100 outputs': only((_, fanOut) => fanOut > 100, uniform),
  '5 % too wide': normalBy((fanIn) => 1.05 * he(fanIn)),
  '3 % too wide': normalBy((fanIn) => 1.03 * he(fanIn)),
  'mean of 0.05': by((fanIn, _, rng) => 0.05 + he(fanIn) * rng.normal()),
  'mean of 0.005': by((fanIn, _, rng) => 0.005 + he(fanIn) * rng.normal()),
  'mean of 0.04 std': unitBy((rng) => rng.normal() + 0.04),
  logistic: unitBy(logistic),
  laplace: unitBy(laplace),
  'logistic below 20 inputs': only((fanIn) => fanIn < 20, unitBy(logistic)),
  'student, 5 degrees': unitBy(student(5)),
  'student, 10 degrees': unitBy(student(10)),
  'student, 20 degrees': unitBy(student(20)),
  'sum of 3 uniforms': unitBy(sumOf(3)),
  'sum of 6 uniforms': unitBy(sumOf(6)),
  'sum of 12 uniforms': unitBy(sumOf(12)),
  'mixture, a tenth of std 1.8': unitBy(mixture(0.1, 1.8)),
  'gamma of shape 30': unitBy(skewed(30)),
  'gamma of shape 200': unitBy(skewed(200)),
  'one-sided tail': unitBy((rng) => {
    const x = rng.normal();
    return x < -2 ? -x : x;
  }),
  'cut off at 3': unitBy((rng) => {
    for (;;) {
      const x = rng.normal();
      if (Math.abs(x) < 3) return x / 0.98658;
    }
  }),
  'limited to ±3': unitBy((rng) => Math.max(-3, Math.min(3, rng.normal()))),
  'signs only': unitBy((rng) => (rng.uniform() < 0.5 ? -1 : 1)),
  'three levels': unitBy((rng) => Math.sqrt(1.5) * (Math.floor(3 * rng.uniform()) - 1)),
  'two decimals': by((fanIn, _, rng) => Math.round(100 * he(fanIn) * rng.normal()) / 100),
  'four decimals': by((fanIn, _, rng) => Number((he(fanIn) * rng.normal()).toFixed(4))),
  'six decimals': by((fanIn, _, rng) => Number((he(fanIn) * rng.normal()).toFixed(6))),
  'from a thousand numbers': (fanIn, fanOut, rng) => {
    const list = Array.from({ length: 1000 }, rng.normal);
    return by((n) => he(n) * list[Math.floor(1000 * rng.uniform())]!)(fanIn, fanOut, rng);
  },
  'pairs x, −x': (fanIn, fanOut, rng) => {
    let last: number | undefined;
    return by((n) => {
      const x = last === undefined ? rng.normal() : -last;
      last = last === undefined ? x : undefined;
      return he(n) * x;
    })(fanIn, fanOut, rng);
  },
  'a walk of neighbors, 0.1': (fanIn, fanOut, rng) => {
    let x = rng.normal();
    return by((n) => {
      x = 0.1 * x + Math.sqrt(1 - 0.01) * rng.normal();
      return he(n) * x;
    })(fanIn, fanOut, rng);
  },
  'rows sorted': after((rows) => rows.map((row) => row.toSorted((a, b) => a - b))),
  'scaled to the exact variance': after((rows, fanIn) => {
    const all = rows.flat();
    const std = Math.sqrt(all.reduce((sum, w) => sum + w * w, 0) / all.length);
    return rows.map((row) => row.map((w) => (w / std) * he(fanIn)));
  }),
  'rows of exact length': after((rows) =>
    rows.map((row) => {
      const length = Math.sqrt(row.reduce((sum, w) => sum + w * w, 0));
      return row.map((w) => (w / length) * Math.SQRT2);
    }),
  ),
  'mean subtracted': after((rows) => {
    const all = rows.flat();
    const mean = all.reduce((sum, w) => sum + w, 0) / all.length;
    return rows.map((row) => row.map((w) => w - mean));
  }),
  'last row 0': after((rows) => rows.map((row, j) => (j === rows.length - 1 && j > 0 ? row.map(() => 0) : row))),
  'first column 0': after((rows) => rows.map((row) => row.with(0, 0))),
  'diagonal 0': after((rows) => rows.map((row, j) => (j < row.length ? row.with(j, 0) : row))),
  'first weight twice': after((rows) => rows.map((row, j) => (j === 0 ? row.with(0, 2 * row[0]!) : row))),
  'rows by turns wide and narrow': after((rows) =>
    rows.map((row, j) => row.map((w) => w * Math.sqrt(j % 2 === 0 ? 1.3 : 0.7))),
  ),
  'columns wider to the right': after((rows) =>
    rows.map((row) => row.map((w, i) => w * Math.sqrt(0.5 + i / Math.max(1, row.length - 1)))),
  ),
  'symmetric where square': after((rows, fanIn, fanOut) =>
    fanIn === fanOut ? rows.map((row, j) => row.map((w, i) => (i < j ? rows[i]![j]! : w))) : rows,
  ),
  'circulant rows': after((rows) => rows.map((_, j) => rows[0]!.map((_, i, row) => row[(i + j) % row.length]!))),
  'second half of the rows repeats the first': after((rows) =>
    rows.map((row, j) => (j >= rows.length / 2 ? rows[j - Math.ceil(rows.length / 2)]! : row)),
  ),
  'of rank 10': (fanIn, fanOut, rng) => {
    const [a, b] = [right(10, fanOut, rng), right(fanIn, 10, rng)];
    return by((_, __, ___, j, i) => a[j]!.reduce((sum, x, k) => sum + x * b[k]![i]!, 0) / Math.SQRT2)(
      fanIn,
      fanOut,
      rng,
    );
  },
  'a scale for each matrix': (fanIn, fanOut, rng) => {
    const scale = rng.uniform() < 0.5 ? Math.sqrt(1.5) : Math.sqrt(0.5);
    return normalBy((n) => scale * he(n))(fanIn, fanOut, rng);
  },
};

const std = { tanh: (a: number, b: number) => Math.sqrt(2 / (a + b)), relu: he } as const;
const layersBy =
  (
    weight: (
      rng: RandomStream,
      fanIn: number,
      fanOut: number,
      l: number,
      last: number,
      activation: 'tanh' | 'relu',
    ) => number,
    bias: (rng: RandomStream) => number = () => 0,
  ): Net =>
  (sizes, activation, rng) =>
    sizes.slice(1).map((fanOut, l) => ({
      weights: by(() => weight(rng, sizes[l]!, fanOut, l, sizes.length - 2, activation as 'tanh' | 'relu'))(
        sizes[l]!,
        fanOut,
        rng,
      ),
      biases: Array.from({ length: fanOut }, () => bias(rng)),
    }));
const scaledNet = (
  scale: (fanIn: number, fanOut: number, l: number, last: number, activation: string) => number,
): Net =>
  layersBy((rng, a, b, l, last, activation) => scale(a, b, l, last, activation) * std[activation](a, b) * rng.normal());

const nets: Readonly<Record<string, Net>> = {
  'last layer half as wide': scaledNet((_, __, l, last) => (l === last ? 0.5 : 1)),
  'first layer twice': scaledNet((_, __, l) => (l === 0 ? Math.SQRT2 : 1)),
  'twelfth layer half': scaledNet((_, __, l) => (l === 11 ? 0.5 : 1)),
  'from the sixteenth layer on half': scaledNet((_, __, l) => (l > 14 ? 0.5 : 1)),
  'each layer a little wider': scaledNet((_, __, l) => 1 + 0.1 * l),
  'twice for equal sizes': scaledNet((a, b) => (a === b ? Math.SQRT2 : 1)),
  'twice for one unit': scaledNet((_, b) => (b === 1 ? Math.SQRT2 : 1)),
  'twice for one input': scaledNet((a) => (a === 1 ? Math.SQRT2 : 1)),
  'twice beyond 100 inputs': scaledNet((a) => (a > 100 ? Math.SQRT2 : 1)),
  'twice in nets of two sizes': scaledNet((_, __, ___, last) => (last === 0 ? Math.SQRT2 : 1)),
  'twice in nets of more than ten sizes': scaledNet((_, __, ___, last) => (last > 9 ? Math.SQRT2 : 1)),
  'ReLU by the number of outputs': layersBy(
    (rng, a, b, _, __, activation) => (activation === 'relu' ? he(b) : std.tanh(a, b)) * rng.normal(),
  ),
  'Xavier in the last layer': layersBy(
    (rng, a, b, l, last, activation) => (l === last ? std.tanh(a, b) : std[activation](a, b)) * rng.normal(),
  ),
  logistic: layersBy((rng, a, b, _, __, activation) => std[activation](a, b) * logistic(rng)),
  'student, 10 degrees': layersBy((rng, a, b, _, __, activation) => std[activation](a, b) * student(10)(rng)),
  'mean of 0.1 std': layersBy((rng, a, b, _, __, activation) => std[activation](a, b) * (rng.normal() + 0.1)),
  'four decimals': layersBy((rng, a, b, _, __, activation) =>
    Number((std[activation](a, b) * rng.normal()).toFixed(4)),
  ),
  'tiny biases': layersBy(
    (rng, a, b, _, __, activation) => std[activation](a, b) * rng.normal(),
    () => 1e-12,
  ),
  'layers of one shape are one': (sizes, activation, rng) => {
    const known = new Map<string, Matrix>();
    return scaledNet(() => 1)(sizes, activation, rng).map(({ weights, biases }, l) => {
      const shape = `${sizes[l]}/${sizes[l + 1]}`;
      known.set(shape, known.get(shape) ?? weights);
      return { weights: known.get(shape)!.map((row) => [...row]), biases };
    });
  },
  'at most ten layers': (sizes, activation, rng) => scaledNet(() => 1)(sizes.slice(0, 11), activation, rng),
};

const of = (task: string, answers: Readonly<Record<string, Departing['answer']>>): readonly Departing[] =>
  Object.entries(answers).map(([name, answer]) => ({ name, task, answer }));

export const departures: readonly Departing[] = [...of('heNormal', initializers), ...of('initializeNetwork', nets)];
