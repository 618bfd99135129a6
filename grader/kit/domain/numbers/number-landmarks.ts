import type { Landmark } from '../domain.ts';
import { logUniform } from './log-uniform.ts';

/** Where functions of a number go wrong: at 0, ±1, the ends, the thresholds; and each order of magnitude, of both signs. */
export function numberLandmarks(
  from: number,
  to: number,
  thresholds: readonly number[] = [],
): readonly Landmark<number>[] {
  const points = [
    point('is 0', 0, true),
    point('is −0', -0),
    point('is 1', 1),
    point('is −1', -1),
    point(`is ${from}, the least`, from, true),
    point(`is ${to}, the largest`, to, true),
    ...thresholds.flatMap((x) => [
      point(`is ${x}`, x),
      point(`is just below ${x}`, x - nearness(x)),
      point(`is just above ${x}`, x + nearness(x)),
    ]),
  ].filter(({ at }) => at >= from && at <= to);
  const distinct = points.filter(({ at }, i) => !points.slice(0, i).some((other) => Object.is(other.at, at)));
  const positive = bands.flatMap(([id, ...ends]) => band(`is ${id}, positive`, ends, [from, to], 1));
  const negative = bands.flatMap(([id, ...ends]) => band(`is ${id}, negative`, ends, [-to, -from], -1));
  const nearEnds = [...nearEnd(from, 1, from, to), ...nearEnd(to, -1, from, to)];
  return [...distinct.map(({ mark }) => mark), ...positive, ...negative, ...nearEnds, ...wholeNumbers(from, to)];
}

/** As close to a threshold as differs in the ninth digit. */
const nearness = (x: number): number => 1e-9 * Math.max(Math.abs(x), 1e-3);

function point(id: string, at: number, isEdge = false): { readonly at: number; readonly mark: Landmark<number> } {
  return {
    at,
    mark: { id, place: () => at, isAt: (x) => Object.is(x, at), isEdge, isZero: at === 0, isOne: at === 1 },
  };
}

/** Magnitudes, without the ends. */
const bands = [
  ['tiny', 1e-300, 1e-9],
  ['very small', 1e-9, 1e-4],
  ['small', 1e-4, 0.05],
  ['below a half', 0.05, 0.5],
  ['of ordinary size', 0.5, 5],
  ['beyond 5', 5, 50],
  ['beyond 50', 50, 1000],
  ['beyond 1,000', 1000, Number.MAX_VALUE],
] as const;

function band(
  id: string,
  [least, most]: readonly [number, number],
  [from, to]: readonly [number, number],
  sign: 1 | -1,
): readonly Landmark<number>[] {
  const [a, b] = [Math.max(least, from), Math.min(most, to)];
  if (!(b > a)) return [];
  const isAt = (x: number): boolean => sign * x > a && sign * x < b;
  return [{ id, place: (_, { next }) => sign * logUniform(a, b, 0.05 + 0.9 * next()), isAt }];
}

/** Just inside an end that is not 0: a prediction of almost 1. */
function nearEnd(end: number, side: 1 | -1, from: number, to: number): readonly Landmark<number>[] {
  const most = Math.min(1e-3 * Math.abs(end), (to - from) / 2);
  const least = 1e-9 * Math.abs(end);
  if (!(most > least) || Math.abs(end) > 1e4) return [];
  const isAt = (x: number): boolean => side * (x - end) > 0 && side * (x - end) < most;
  return [{ id: `is almost ${end}`, place: (_, { next }) => end + side * logUniform(least, most, next()), isAt }];
}

/** Whole numbers beyond ±1: what works for these alone has been tried with nothing else. */
function wholeNumbers(from: number, to: number): readonly Landmark<number>[] {
  const some = [2, 3, -2, -3, 5, -5].filter((x) => x >= from && x <= to);
  if (some.length === 0) return [];
  const isAt = (x: number): boolean => Number.isInteger(x) && Math.abs(x) > 1;
  return [{ id: 'is a whole number', place: (_, { next }) => some[Math.floor(next() * some.length)]!, isAt }];
}
