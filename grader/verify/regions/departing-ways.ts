import { type Data, isIdentical, isList, isRecord } from '../../kit.ts';

/** What becomes of a right answer, where an answer of ours is wrong. */
export type Way = (right: Data) => Data;

/** Off by so much, an answer is wrong for any tolerance worth the name; 0 becomes as much. */
const thousandth = 1e-3;
const offBy = (share: number) => (x: number) => x + share * (x === 0 ? 1 : x);

/** Wrong in the ways in which answers are wrong: by a factor, by their sign, at another index, in one place, altogether. */
export const ways: Readonly<Record<string, Way>> = {
  'not a number': (right) => (hasNumber(right) ? mapNumbers(right, () => Number.NaN) : withEntry(right)),
  'off by a thousandth': (right) => mapNumbers(right, offBy(thousandth)),
  'its sign': (right) => mapNumbers(right, (x) => -x),
  zero: (right) => mapNumbers(right, () => 0),
  'another index': (right) => rotated(right),
  'its first number': (right) => mapNumbers(right, (x, at) => (at === 0 ? offBy(thousandth)(x) : x)),
  'its last number': (right) => {
    const last = countNumbers(right) - 1;
    return mapNumbers(right, (x, at) => (at === last ? offBy(thousandth)(x) : x));
  },
};

/** The same of answers that are random, as far as their distribution becomes another one. */
export const randomWays: Readonly<Record<string, Way>> = {
  'not a number': ways['not a number']!,
  'half as large again': (right) => mapNumbers(right, offBy(0.5)),
};

export const isWrong = (right: Data, wrong: Data): boolean => !isIdentical(right, wrong);

function mapNumbers(value: Data, map: (x: number, at: number) => number): Data {
  let at = 0;
  const walk = (data: Data): Data => {
    if (typeof data === 'number') return map(data, at++);
    if (isList(data)) return data.map(walk);
    if (isRecord(data)) return Object.fromEntries(Object.entries(data).map(([key, field]) => [key, walk(field)]));
    return data;
  };
  return walk(value);
}

function countNumbers(value: Data): number {
  let count = 0;
  mapNumbers(value, (x) => {
    count += 1;
    return x;
  });
  return count;
}

const hasNumber = (value: Data): boolean => countNumbers(value) > 0;

/** An empty answer can be wrong in one way only: not empty. */
const withEntry = (value: Data): Data => (isList(value) ? [...value, 0] : null);

/** In each list the last entry comes first. */
function rotated(value: Data): Data {
  if (isList(value)) {
    const inner = value.map(rotated);
    return [...inner.slice(-1), ...inner.slice(0, -1)];
  }
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, rotated(field)]));
  return value;
}
