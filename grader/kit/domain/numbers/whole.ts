import { once } from '../../once.ts';
import type { Domain, Landmark } from '../domain.ts';
import { type Random, wholeBetween } from '../kinds/random.ts';
import { numberSite } from '../rounds/sites.ts';
import { wholesIn } from '../rounds/written.ts';
import { logUniform } from './log-uniform.ts';

/** Small numbers are landmarks each; larger ones by twos: 8 to 15, 16 to 31, …. */
const fewest = 5;

/**
 * The domain of whole numbers from `from` to `to`: a size, a depth, an index. Half of the draws are uniform, half
 * uniform in the logarithm, so that small and middle sizes come as often as large ones.
 */
export function whole(from: number, to: number): Domain<number> {
  let marks: readonly Landmark<number>[] | undefined;
  const contains = (n: number): boolean => Number.isInteger(n) && n >= from && n <= to;
  const draw = (random: Random): number => {
    if (random.sizes) {
      const [least, most] = random.sizes;
      return wholeBetween(Math.min(to, from + least), Math.min(to, from + most), random.next());
    }
    const u = random.spread() * 2;
    if (u < 1) return wholeBetween(from, to, u);
    return Math.min(to, from - 1 + Math.floor(logUniform(1, to - from + 2, u - 1)));
  };
  return {
    draw,
    contains,
    get landmarks() {
      marks ??= wholeLandmarks(from, to);
      return marks;
    },
    sites: once(() => numberSite(from === to ? [] : wholesIn(contains))),
    *simpler(n) {
      for (const fewer of new Set([from, 0, 1, 2, Math.floor(n / 2), n - 1]))
        if (contains(fewer) && fewer < n) yield fewer;
    },
    fit: (n, random) => (contains(n) ? n : draw(random)),
  };
}

/** The ends, each small number, and ranges of those that are larger; even and odd. */
function wholeLandmarks(from: number, to: number): readonly Landmark<number>[] {
  if (from === to) return [];
  const point = (n: number): Landmark<number> => ({
    id: n === to ? `is ${n}, the largest` : `is ${n}`,
    place: () => n,
    isAt: (value) => value === n,
    isEdge: n === from || n === to,
    isZero: n === 0,
    isOne: n === 1,
  });
  const small = Array.from({ length: fewest + 1 }, (_, n) => n).filter((n) => n >= from && n < to);
  const points = [...new Set([from, ...small, to])].map(point);
  const between = (id: string, a: number, b: number, step = 1): readonly Landmark<number>[] => {
    const count = Math.floor((b - a) / step) + 1;
    if (count < 1) return [];
    const isAt = (n: number): boolean => n >= a && n <= b && (n - a) % step === 0;
    return [{ id, isAt, place: (_, { next }) => a + step * Math.floor(next() * count) }];
  };
  const ranges: Landmark<number>[] = [];
  for (let a = Math.max(from + 1, fewest + 1); a < to; a = 2 ** Math.ceil(Math.log2(a + 1))) {
    const b = Math.min(to - 1, 2 ** Math.ceil(Math.log2(a + 1)) - 1);
    ranges.push(...between(`is ${a} to ${b}`, a, b));
  }
  const odd = from + ((from + 1) % 2);
  return [
    ...points,
    ...ranges,
    ...between('is odd', Math.max(odd, 3), to, 2),
    ...between('is even', Math.max(odd + 1, 2), to, 2),
  ];
}
