import { isIdentical } from '../../values/compare.ts';
import type { Data } from '../../values/data.ts';
import type { Domain } from '../domain.ts';
import { randomFrom, small } from '../kinds/random.ts';
import type { Site } from './sites.ts';

/** What is known of an input: the right answer, and whether one would be seen that is wrong there. */
export interface Asked<T> {
  readonly domain: Domain<T>;
  readonly right: (value: T) => Data;
  readonly isSeen: (value: T) => boolean;
  readonly seed: number;
}

/** How well a number is asked about at a site: it stands there; a wrong answer would be seen; and the answer hangs on it. */
type Level = 0 | 1 | 2 | 3;
export const best = 3;

/** By so little a number is changed to see whether the answer changes. */
const nearly = 0.999;

/** That an input asks about a number at a site. */
interface Asks<T> {
  readonly site: Site<T>;
  readonly x: number;
  readonly level: Level;
}

/** Inputs that ask about numbers, as they are found. */
export interface Search<T> {
  readonly levelOf: (site: Site<T>, x: number) => Level;
  /** Keeps an input if a number is asked about better by it than before. */
  readonly consider: (value: T, sites: readonly Site<T>[]) => void;
  /** What was kept, without the inputs that ask nothing which others do not ask as well. */
  readonly needed: () => readonly T[];
}

export function searchOf<T>({ domain, right, isSeen }: Asked<T>, all: readonly Site<T>[]): Search<T> {
  const kept: { readonly value: T; readonly asks: readonly Asks<T>[] }[] = [];
  const levels = new Map(all.map((site) => [site, new Map(site.numbers.map((x): [number, Level] => [x, 0]))]));
  const levelOf = (site: Site<T>, x: number): Level => levels.get(site)?.get(x) ?? best;
  const asksOf = (value: T, sites: readonly Site<T>[]): readonly Asks<T>[] => {
    const seen = isSeen(value);
    return sites.flatMap((site) => {
      const here = [...new Set(site.at(value))].filter((x) => levels.get(site)?.has(x));
      if (here.length === 0) return [];
      const level: Level = !seen ? 1 : hangsOn(site, value, right) ? best : 2;
      return here.map((x) => ({ site, x, level }));
    });
  };
  return {
    levelOf,
    consider(given, sites) {
      const value = domain.settled?.(given) ?? given;
      if (!domain.contains(value)) return;
      const asks = asksOf(value, sites);
      const better = asks.filter(({ site, x, level }) => level > levelOf(site, x));
      for (const { site, x, level } of better) levels.get(site)!.set(x, level);
      if (better.length > 0) kept.push({ value, asks });
    },
    needed() {
      const wanted = kept.map(({ value, asks }) => ({
        value,
        asks: asks.filter(({ site, x, level }) => level === levelOf(site, x)),
      }));
      return withoutSpare(wanted, ({ site, x }) => `${all.indexOf(site)} ${x}`);
    },
  };
}

/** Whether the answer is another where the numbers of a site are a little smaller. */
function hangsOn<T>({ at, set, kind }: Site<T>, value: T, right: (value: T) => Data): boolean {
  if (kind === 'size') return true;
  const numbers = at(value);
  let i = 0;
  const other = set(value, () => nearly * numbers[i++ % numbers.length]!, randomFrom(0, small));
  return !isIdentical(right(value), right(other));
}

function withoutSpare<T>(
  kept: readonly { readonly value: T; readonly asks: readonly Asks<T>[] }[],
  keyOf: (asks: Asks<T>) => string,
): readonly T[] {
  const asked = kept.map(({ value, asks }) => ({ value, keys: asks.map(keyOf) }));
  const times = new Map<string, number>();
  for (const key of asked.flatMap(({ keys }) => keys)) times.set(key, (times.get(key) ?? 0) + 1);
  return asked.flatMap(({ value, keys }) => {
    if (keys.some((key) => times.get(key) === 1)) return [value];
    for (const key of keys) times.set(key, times.get(key)! - 1);
    return [];
  });
}
