import type { tasks } from '../../assignments/03-gradient-control/reference.ts';
import { mutants, type NamedAnswer } from '../../grader/kit.ts';
import type { Vector } from '../../reference/numerics/types.ts';
import { single } from './survivors.ts';

const isZero = (x: number): boolean => x === 0;
const isMinusZero = (x: number): boolean => Object.is(x, -0);
const clipped = (v: number, limit: number): number => Math.max(-limit, Math.min(limit, v));
const norm = (values: Vector): number => Math.hypot(...values);
const nan = (): number => Number.NaN;
const each =
  (f: (v: number, limit: number, i: number) => number) =>
  (g: Vector, limit: number): Vector =>
    g.map((v, i) => f(v, limit, i));

/** Right but for some gradients and limits. */
export function clippingRegions(t: ReturnType<typeof tasks>): readonly NamedAnswer[] {
  const [value, byNorm] = [t.clipByValue.answer, t.clipByNorm.answer];
  return [
    ...mutants(t.clipByValue, {
      'left-beyond-1000': each((v, limit) => (Math.abs(v) > 1000 ? v : clipped(v, limit))),
      'left-beyond-1e5': each((v, limit) => (Math.abs(v) > 1e5 ? v : clipped(v, limit))),
      'left-at-1e6': each((v, limit) => (v === 1e6 ? v : clipped(v, limit))),
      'left-at-minus-1e6': each((v, limit) => (v === -1e6 ? v : clipped(v, limit))),
      'limit-at-least-0.1': each((v, limit) => clipped(v, Math.max(0.1, limit))),
      'limit-at-least-0.01': each((v, limit) => clipped(v, Math.max(0.01, limit))),
      'limit-at-most-100': each((v, limit) => clipped(v, Math.min(100, limit))),
      'limit-at-most-5': each((v, limit) => clipped(v, Math.min(5, limit))),
      'limit-at-most-999': each((v, limit) => clipped(v, Math.min(999, limit))),
      'whole-limits': each((v, limit) => clipped(v, limit > 3 ? Math.round(limit) : limit)),
      'off-at-the-limit': each((v, limit) => (Math.abs(v) === limit ? 0 : clipped(v, limit))),
      'off-at-the-lower-limit': each((v, limit) => (v === -limit ? limit : clipped(v, limit))),
      'off-just-beyond-the-limit': each((v, limit) =>
        Math.abs(v) > limit && Math.abs(v) < limit * 1.001 ? v * 2 : clipped(v, limit),
      ),
      'off-next-to-the-limit': each((v, limit) =>
        Math.abs(v) > limit && Math.abs(v) < limit * 1.0001 ? 0 : clipped(v, limit),
      ),
      'off-just-inside-the-limit': each((v, limit) =>
        Math.abs(v) < limit && Math.abs(v) > limit * 0.999 ? 0 : clipped(v, limit),
      ),
      'only-five-entries': each((v, limit, i) => (i >= 5 ? v : clipped(v, limit))),
      'only-a-hundred-entries': each((v, limit, i) => (i >= 100 ? v : clipped(v, limit))),
      'only-999-entries': each((v, limit, i) => (i >= 999 ? v : clipped(v, limit))),
      'nothing-for-nothing': { where: (g) => g.length === 0, answer: () => [0] },
      'small-becomes-0': each((v, limit) => (Math.abs(v) < 1e-3 ? 0 : clipped(v, limit))),
      'tiny-becomes-0': each((v, limit) => (Math.abs(v) < 1e-6 ? 0 : clipped(v, limit))),
      tenths: each((v, limit) => Number(clipped(v, limit).toFixed(1))),
      'six-decimals': each((v, limit) => Number(clipped(v, limit).toFixed(6))),
      'single-precision': each((v, limit) => single(clipped(v, limit))),
      'nan-at-minus-0': each((v, limit) => (isMinusZero(v) ? Number.NaN : clipped(v, limit))),
      'zeros-become-the-limit': each((v, limit) => (v === 0 ? limit : clipped(v, limit))),
      'one-entry-left': { where: (g) => g.length === 1, answer: (g) => g },
      'equal-entries-left-out': {
        where: (g) => new Set(g).size < g.length,
        answer: (g, limit) => value([...new Set(g)], limit),
      },
      'left-if-all-are-beyond': {
        where: (g, limit) => g.length > 1 && g.every((v) => Math.abs(v) > limit),
        answer: (g) => g,
      },
      'left-if-all-are-negative': { where: (g) => g.length > 1 && g.every((v) => v < 0), answer: (g) => g },
      'wrong-for-a-limit-of-1': { where: (g, limit) => limit === 1 && g.length > 0, answer: (g) => g.map(() => 0.5) },
    }),
    ...mutants(t.clipByNorm, {
      'maxnorm-at-least-0.1': (g, max) => byNorm(g, Math.max(0.1, max)),
      'maxnorm-at-least-0.01': (g, max) => byNorm(g, Math.max(0.01, max)),
      'maxnorm-at-most-100': (g, max) => byNorm(g, Math.min(100, max)),
      'maxnorm-at-most-999': (g, max) => byNorm(g, Math.min(999, max)),
      'only-four-entries-count': (g, max) => {
        const size = norm(g.slice(0, 4));
        return size > max ? g.map((v) => (v * max) / size) : g;
      },
      'only-a-hundred-entries-count': (g, max) => {
        const size = norm(g.slice(0, 100));
        return size > max ? g.map((v) => (v * max) / size) : g;
      },
      'only-999-entries-count': (g, max) => {
        const size = norm(g.slice(0, 999));
        return size > max ? g.map((v) => (v * max) / size) : g;
      },
      'only-500-entries-scaled': (g, max) => g.map((v, i) => (i >= 500 ? v : byNorm(g, max)[i]!)),
      'left-beyond-1e5': { where: (g) => norm(g) > 1e5, answer: (g) => g },
      'left-beyond-1e6': { where: (g) => norm(g) > 1e6, answer: (g) => g },
      'left-below-1': { where: (g) => norm(g) < 1, answer: (g) => g },
      'nothing-for-nothing': { where: (g) => g.length === 0, answer: () => [0] },
      'halved-at-the-limit': { where: (g, max) => norm(g) === max, answer: (g) => g.map((v) => v / 2) },
      'left-just-beyond-the-limit': { where: (g, max) => norm(g) > max && norm(g) < 1.01 * max, answer: (g) => g },
      'left-next-to-the-limit': { where: (g, max) => norm(g) > max && norm(g) < 1.001 * max, answer: (g) => g },
      'scaled-just-inside-the-limit': {
        where: (g, max) => norm(g) > 0.9 * max && norm(g) < max * 0.9999,
        answer: (g, max) => g.map((v) => (v * max) / norm(g)),
      },
      'entries-of-1e-6-become-0': (g, max) => byNorm(g, max).map((v) => (Math.abs(v) < 1e-6 ? 0 : v)),
      'off-by-1e-6-of-itself': (g, max) => byNorm(g, max).map((v) => v * (norm(g) > 100 ? 1 + 1e-6 : 1)),
      'single-precision-beyond-100': (g, max) => byNorm(g, max).map((v) => (norm(g) > 100 ? single(v) : v)),
      'one-entry-keeps-its-size': { where: (g) => g.length === 1, answer: (g) => g },
      'one-entry-loses-its-sign': { where: (g) => g.length === 1, answer: (g, max) => byNorm(g, max).map(Math.abs) },
      'all-negative-turns': { where: (g) => g.every((v) => v < 0), answer: (g, max) => byNorm(g, max).map(Math.abs) },
      'equal-entries-count-once': (g, max) => {
        const size = norm([...new Set(g)]);
        return size > max ? g.map((v) => (v * max) / size) : g;
      },
      'zeros-left-out': (g, max) => byNorm(g, max).filter((v) => v !== 0),
      'nan-for-zeros': { where: (g) => g.length > 0 && g.every(isZero), answer: (g) => g.map(nan) },
      'nan-for-one-zero': { where: (g) => g.length === 1 && g[0] === 0, answer: (g) => g.map(nan) },
      'nan-for-many-zeros': { where: (g) => g.length > 10 && g.every(isZero), answer: (g) => g.map(nan) },
      'wrong-for-maxnorm-1': { where: (g, max) => max === 1 && g.length > 0, answer: (g, max) => byNorm(g, max / 2) },
      'wrong-for-whole-maxnorm': {
        where: (_, max) => Number.isInteger(max) && max > 1,
        answer: (g, max) => byNorm(g, max / 2),
      },
      'wrong-for-a-zero-entry': {
        where: (g) => g.some(isZero),
        answer: (g, max) => byNorm(g, max).map((v) => (v === 0 ? 0.1 : v)),
      },
    }),
  ];
}
