import { pick, type Random, randomFrom, type SizeRange, shuffled } from '../kinds/random.ts';
import { relationSites } from './relations.ts';
import { type Asked, best, type Search, searchOf } from './round-search.ts';
import type { Site } from './sites.ts';

/** As often a number is tried by itself; and so many of a site in vain, until the others stay as they are. */
const [mostTries, mostInVain] = [9, 12];
/** One to three entries, layers or units: the place is about a number. */
const fewest: SizeRange = [0, 2];

/**
 * Inputs in which each number that people write stands at each site of a domain, as far as it can; the answer hangs on it,
 * where any of a few inputs is found in which it does. Numbers of different parts are placed in one input.
 */
export function roundCases<T>(asked: Asked<T>): readonly T[] {
  const single = asked.domain.sites?.() ?? [];
  const related = relationSites(single);
  const sites = [...single, ...related];
  const search = searchOf(asked, sites);
  const random = randomFrom(asked.seed, fewest);
  const draw = (): T => asked.domain.draw(random);
  for (const some of [single, related]) together(some, search, draw, random);
  for (const site of sites) {
    const others = single.filter(({ of, kind }) => of !== site.of && kind !== 'size');
    alone(site, search, random, (x, tries) => withOthers(draw(), others, kinds[tries % kinds.length]!(x), random));
  }
  return search.needed();
}

/** Sizes come before what is as long as they say. */
const order = ['number', 'size', 'entries', 'every entry'] as const;

/** Numbers of all parts in one input after another, until each has had its turn. */
function together<T>(sites: readonly Site<T>[], search: Search<T>, draw: () => T, random: Random): void {
  const ordered = order.flatMap((kind) => sites.filter((site) => site.kind === kind));
  const sizes = ordered.filter(({ kind }) => kind === 'size');
  const queues = new Map(ordered.map((site) => [site, inTurn(site, random, sizes.indexOf(site) % 2 === 1)]));
  const turns = Math.max(0, ...sites.map(({ numbers }) => numbers.length)) * 2;
  for (let turn = 0; turn < turns; turn++) {
    const parts = new Set<string>();
    let value = draw();
    for (const [site, queue] of queues) {
      if (queue.length === 0 || parts.has(site.of)) continue;
      parts.add(site.of);
      value = site.set(value, () => queue.shift() ?? pick(site.numbers, random.next()), random);
    }
    if (parts.size === 0) return;
    search.consider(value, sites);
  }
}

/**
 * Sizes from the smallest on: so lists have held all numbers while they are short; of two, one from the largest on, so that
 * their product stays small. A limit comes with all the others.
 */
const inTurn = <T>({ numbers, kind }: Site<T>, { next }: Random, isFromLargest: boolean): number[] =>
  kind === 'size'
    ? isFromLargest
      ? numbers.toReversed()
      : [...numbers]
    : shuffled(numbers.length, next).map((at) => numbers[at]!);

/** Each number of a site that can be asked about better. */
function alone<T>(site: Site<T>, search: Search<T>, random: Random, ordinary: (x: number, tries: number) => T): void {
  let inVain = 0;
  for (const x of site.numbers) {
    const before = search.levelOf(site, x);
    if (before === best || (before > 0 && inVain >= mostInVain)) continue;
    for (let tries = 0; tries < mostTries && search.levelOf(site, x) < best; tries++) {
      search.consider(site.set(ordinary(x, tries), firstThen(x, site.numbers, random), random), [site]);
    }
    inVain = search.levelOf(site, x) > before ? 0 : inVain + 1;
  }
}

/** A number, and any others for the other entries of a list. */
function firstThen(x: number, numbers: readonly number[], random: Random): () => number {
  let isFirst = true;
  return () => {
    const chosen = isFirst ? x : pick(numbers, random.next());
    isFirst = false;
    return chosen;
  };
}

/** What the other numbers are: as they are drawn, or beyond a number, or inside it. A limit matters in one of these. */
const kinds: readonly ((x: number) => (other: number) => boolean)[] = [
  () => () => false,
  (x) => (other) => Math.abs(other) > Math.abs(x),
  (x) => (other) => Math.abs(other) < Math.abs(x),
];

/** With such numbers at other sites, where these can have any. */
const withOthers = <T>(value: T, sites: readonly Site<T>[], is: (x: number) => boolean, random: Random): T =>
  sites.reduce((changed, { numbers, set }) => {
    const some = numbers.filter(is);
    return some.length === 0 ? changed : set(changed, () => pick(some, random.next()), random);
  }, value);
