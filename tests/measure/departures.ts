import { nets } from './departing-nets.ts';
import {
  after,
  by,
  type Departing,
  he,
  type Initializer,
  laplace,
  logistic,
  mixture,
  normalBy,
  only,
  right,
  skewed,
  student,
  sumOf,
  twice,
  uniform,
  unitBy,
  xavier,
} from './departing-tools.ts';

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

const of = (task: string, answers: Readonly<Record<string, Departing['answer']>>): readonly Departing[] =>
  Object.entries(answers).map(([name, answer]) => ({ name, task, answer }));

export const departures: readonly Departing[] = [...of('heNormal', initializers), ...of('initializeNetwork', nets)];
