import { pick } from '../kinds/random.ts';
import type { Site } from './sites.ts';

/** Products of two numbers that come out exactly: an answer may be wrong where fanIn·v is 1. */
const products = [1, 2, 0.5];
/** One of the two. Its reciprocal is exact, or the other number a size. */
const factors = [0.25, 0.5, 2, 4, 8, 10, 5];

/** Two numbers whose product is round; and a number, or an entry of a list, that is another number, or its negative. */
export function relationSites<T>(sites: readonly Site<T>[]): readonly Site<T>[] {
  const numbers = sites.filter(({ kind }) => kind === 'number');
  const pairs = numbers.flatMap((one, i) => numbers.slice(0, i).map((other) => [other, one] as const));
  const lists = sites.filter(({ kind }) => kind === 'entries');
  return [
    ...pairs.map(([one, other]) => product(one, other)),
    ...pairs.map(([one, other]) => ratio(one, other)),
    ...numbers.flatMap((one) => lists.map((list) => ratio(one, list))),
  ];
}

const product = <T>(one: Site<T>, other: Site<T>): Site<T> => ({
  id: `${one.id} times ${other.id}`,
  of: other.of,
  numbers: products,
  at: (value) => [one.at(value)[0]! * other.at(value)[0]!],
  set(value, choose, random) {
    const factor = pick(factors, random.next());
    const x = choose() / factor;
    return other.set(
      one.set(value, () => factor, random),
      () => x,
      random,
    );
  },
  kind: 'entries',
});

const ratio = <T>(one: Site<T>, other: Site<T>): Site<T> => ({
  id: `${other.id} by ${one.id}`,
  of: other.of,
  numbers: [1, -1],
  at(value) {
    const x = one.at(value)[0]!;
    return x === 0 ? [] : other.at(value).map((y) => y / x);
  },
  set(value, choose, random) {
    const x = one.at(value)[0]!;
    return other.set(value, () => choose() * x, random);
  },
  kind: 'entries',
});
