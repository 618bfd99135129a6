import { isIdentical } from '../values/compare.ts';
import { type Data, isList, isRecord } from '../values/data.ts';

/**
 * What becomes of a right answer, where an answer of ours is wrong.
 *
 * @internal
 */
export type Way = (right: Data) => Data;

/** Off by so much, an answer is wrong for any tolerance worth the name; 0 becomes as much. */
const thousandth = 1e-3;
const offBy = (share: number) => (x: number) => x + share * (x === 0 ? 1 : x);

/**
 * Wrong in the ways in which answers are wrong: by a factor, by their sign, at another index, in one place, altogether.
 *
 * @internal
 */
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

/**
 * The same of answers that are random, as far as their distribution becomes another one.
 *
 * @internal
 */
export const randomWays: Readonly<Record<string, Way>> = {
  'not a number': ways['not a number']!,
  'half as large again': (right) => mapNumbers(right, offBy(0.5)),
};

/**
 * What is left of an argument that a function works on. Sorted it may be what it was, which these never leave.
 *
 * @internal
 */
export const argumentWays: Readonly<Record<string, Way>> = {
  'changes the first number of arguments': ways['its first number']!,
  'changes the last number of arguments': ways['its last number']!,
  'takes an entry away from arguments': (given) => shortened(given),
};

const [first, last, otherIndex, zero] = ['its first number', 'its last number', 'another index', 'zero'].map(
  (way) => ways[way]!,
) as [Way, Way, Way, Way];

/** A thousandth of this, and a difference as large, is more than any tolerance. */
const usuallyPlain = 1e-5;

/**
 * Which of the ways that are hardest to see an answer shows; where these are seen, the others are. Most answers show them
 * plainly, and need not be compared; but where rounding is bounded number by number, any of them may be uncertain.
 */
export function shownBy(right: Data, hasRounding: boolean, isDifference: (wrong: Data) => boolean): readonly boolean[] {
  const plain = hasRounding ? Number.POSITIVE_INFINITY : usuallyPlain;
  if (typeof right === 'number') {
    return [Math.abs(right) > plain || (right !== 0 && isDifference(first(right)) && isDifference(0))];
  }
  const numbers: number[] = [];
  mapNumbers(right, (x) => {
    numbers.push(x);
    return x;
  });
  const [start = 0, end = 0] = [numbers[0], numbers.at(-1)];
  return [
    Math.abs(start) > plain || isDifference(first(right)),
    Math.abs(end) > plain || isDifference(last(right)),
    (!hasRounding && isUneven(right, plain)) || isDifference(otherIndex(right)),
    (!hasRounding && numbers.some((x) => Math.abs(x) > plain)) || isDifference(zero(right)),
  ];
}

/** Whether a list of numbers in it changes plainly from one entry to the next. */
function isUneven(data: Data, plain: number): boolean {
  if (isList(data)) {
    return data.some((entry, i) => {
      const next = data[i + 1];
      return typeof entry === 'number' && typeof next === 'number'
        ? Math.abs(entry - next) > plain
        : isUneven(entry, plain);
    });
  }
  return isRecord(data) && Object.values(data).some((field) => isUneven(field, plain));
}

/**
 * Whether an answer is another one than the right one.
 *
 * @internal
 */
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

/** Every list without its last entry, if that is a number; what lists of lists are made of stays. */
function shortened(value: Data): Data {
  if (isList(value)) return typeof value.at(-1) === 'number' ? value.slice(0, -1) : value.map(shortened);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, shortened(field)]));
  return value;
}

/** In each list the last entry comes first. */
function rotated(value: Data): Data {
  if (isList(value)) {
    const inner = value.map(rotated);
    return [...inner.slice(-1), ...inner.slice(0, -1)];
  }
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, rotated(field)]));
  return value;
}
