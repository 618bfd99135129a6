import { describe, expect, test } from 'vitest';
import {
  type Data,
  type Domain,
  domain,
  isList,
  isRecord,
  layers,
  layersLike,
  listOf,
  matrix,
  number,
  optional,
  randomFrom,
  real,
  record,
  task,
  vector,
  whole,
  withDomainLaws,
} from '../../grader/kit.ts';

type Args = readonly Data[];
type Net = { weights: number[][]; biases: number[] }[];
const { next } = randomFrom(2026);
const one = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;

/** Any number that all of it changes. */
const sum = (data: unknown): number => {
  if (typeof data === 'number') return data;
  return typeof data === 'object' && data !== null
    ? Object.values(data).reduce((total: number, field, i) => total + (i + 1) * sum(field), 0.5)
    : 0;
};

const scalar = (): Domain<number> =>
  one([
    real({ from: -10, to: 10 }),
    real({ from: 0, to: 1 }),
    real({ from: 1e-3, to: 1e3, usual: [0.1, 3] }),
    whole(0, 1000),
  ]);
const list = (): Domain<number[]> => vector({ length: [one([0, 1, 2]), 100], entries: scalar() });
const net = (): Domain<Net> => layers({ depth: [1, 4], width: [1, 6], weights: scalar(), biases: scalar() });
/** Each has a type of its own. */
const argument = (): unknown =>
  one<() => unknown>([
    scalar,
    list,
    net,
    () => matrix({ rows: [1, 6], columns: one([[1, 6] as const, 'rows' as const]), entries: scalar() }),
    () => listOf({ length: [1, 5], entries: list() }),
    () => record<{ rate: number; limit?: number | undefined }>({ rate: scalar(), limit: optional(scalar()) }),
    () => record<{ weights: number[]; mean: number }>({ weights: list(), mean: scalar() }),
  ])();

/** What stands in each place, by its path; entries of one list are one place, and its length is another. */
function places(data: Data, path = '', found = new Map<string, number[]>()): Map<string, number[]> {
  const put = (at: string, x: number) => found.set(at, [...(found.get(at) ?? []), x]);
  if (typeof data === 'number') put(path, data);
  if (isList(data)) {
    put(`${path}.length`, data.length);
    for (const entry of data) places(entry, `${path}[]`, found);
  }
  if (isRecord(data)) for (const [key, field] of Object.entries(data)) places(field, `${path}.${key}`, found);
  return found;
}

const at = (args: Args, place: string): readonly number[] =>
  args.flatMap((arg, k) => places(arg, `${k}`).get(place) ?? []);

/** With a number in the place of the first that stands there. */
function withNumber(args: Args, place: string, x: number): Args {
  let isDone = false;
  const walk = (data: Data, path: string): Data => {
    if (typeof data === 'number' && path === place && !isDone) {
      isDone = true;
      return x;
    }
    if (isList(data)) return data.map((entry) => walk(entry, `${path}[]`));
    if (!isRecord(data)) return data;
    return Object.fromEntries(Object.entries(data).map(([key, field]) => [key, walk(field, `${path}.${key}`)]));
  };
  return args.map((arg, k) => walk(arg, `${k}`));
}

/** One digit that is not 0, somewhere; or twice and half, again and again. */
const written = (): number => {
  const sign = next() < 0.3 ? -1 : 1;
  if (next() < 0.3) return sign * 2 ** Math.floor(-3 + 14 * next());
  const [digit, zeros] = [Math.ceil(9 * next()), Math.floor(-2 + 6 * next())];
  return sign * Number(`${digit}e${zeros}`);
};

type Answer = (...args: Args) => number;
const taskOf = (parts: readonly unknown[], answer: Answer) => {
  const names = parts.map((_, k) => `argument${k}`);
  return domain(task<Args, number>('task', names as never, number, answer), parts as never, {
    tolerance: { relative: 1e-9, absolute: 1e-12 },
  });
};

/** Whether an answer that is off by a hundredth where something holds of the arguments is seen at a seed. */
function isStopped(of: ReturnType<typeof taskOf>, answer: Answer, seed: number, holds: (args: Args) => boolean) {
  const cases = withDomainLaws([], [of])[0]!.cases!(seed) as readonly Args[];
  return cases.some((args) => holds(args) && of.compare?.(args, answer(...args), 1.01 * answer(...args)) !== undefined);
}

describe('numbers that people write', () => {
  const several = Array.from({ length: 14 }, (_, k) => k);
  test.each(several)('are asked about in every place of arguments drawn by chance: %i', () => {
    const parts = Array.from({ length: one([1, 2, 3]) }, argument);
    const answer: Answer = (...args) => 0.25 + sum(args);
    const of = taskOf(parts, answer);
    const law = withDomainLaws([], [of])[0]!;
    const samples = Array.from({ length: 20 }, (_, k) => of.domain.draw(randomFrom(k)));
    const all = [...new Set(samples.flatMap((args) => args.flatMap((arg, k) => [...places(arg, `${k}`).keys()])))];
    const wanted = all
      .filter((place) => !place.endsWith('.length'))
      .flatMap((place) => Array.from({ length: 25 }, () => ({ place, x: written() })))
      .filter(({ place, x }) =>
        samples.some((args) => at(args, place).length > 0 && of.domain.contains(withNumber(args, place, x))),
      );
    expect(wanted.length).toBeGreaterThan(3);
    for (const seed of [1, 2]) {
      const cases = law.cases!(seed) as readonly Args[];
      const passed = wanted.filter(
        ({ place, x }) =>
          !cases.some((args) => {
            const right = answer(...args);
            return at(args, place).includes(x) && of.compare?.(args, right, 1.01 * right) !== undefined;
          }),
      );
      expect(passed).toEqual([]);
    }
  });

  test('are asked about in what depends on other arguments', () => {
    const number = real({ from: -3, to: 3 });
    const of = taskOf([net(), ([given]: [Net]) => layersLike(given, { weights: number, biases: number })], (...args) =>
      sum(args),
    );
    for (const x of [0.5, -2, 0.03]) {
      const holds = (args: Args) => at(args, '1[].weights[][]').includes(x);
      expect(isStopped(of, (...args) => sum(args), 1, holds)).toBe(true);
    }
  });

  test.each([0.01, 0.5, 1, 5, 30, 100, 512])('are asked about where the answer hangs on them: a limit of %d', (x) => {
    const clipped: Answer = (...[values, limit]) =>
      (values as number[]).reduce((total, value) => total + Math.max(-limit!, Math.min(limit as number, value)), 7);
    const of = taskOf(
      [
        vector({ length: [0, 50], entries: real({ from: -1e6, to: 1e6, usual: [-3, 3] }) }),
        real({ from: 1e-3, to: 1e3 }),
      ],
      clipped,
    );
    const acts = ([values, limit]: Args) => limit === x && (values as number[]).some((value) => Math.abs(value) > x);
    for (const seed of [1, 2]) expect(isStopped(of, clipped, seed, acts)).toBe(true);
  });

  test('are asked about as lengths and widths, too', () => {
    const answer: Answer = (...args) => 0.25 + sum(args);
    const of = taskOf([list(), net()], answer);
    for (const n of [10, 20, 30, 32, 50, 64, 100]) {
      expect(isStopped(of, answer, 1, ([given]) => (given as number[]).length === n)).toBe(true);
    }
    for (const n of [2, 4, 5])
      expect(isStopped(of, answer, 1, (args) => at(args, '1[].biases.length')[0] === n)).toBe(true);
  });

  test('are asked about as products of two numbers, and as one that is the other', () => {
    const [v, n] = [real({ from: 0, to: 10 }), whole(1, 1000)];
    const answer: Answer = (fans, variance, mean) => 1 + (fans as number) * (variance as number) + (mean as number);
    const of = taskOf([n, v, v], answer);
    for (const x of [0.5, 1, 2]) {
      expect(isStopped(of, answer, 1, ([a, b]) => (a as number) * (b as number) === x)).toBe(true);
    }
    expect(isStopped(of, answer, 1, ([, b, c]) => b === c)).toBe(true);
  });
});
