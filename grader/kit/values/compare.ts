import { type Data, isList, isRecord, isRngSeed } from './data.ts';

/**
 * |received − expected| ≤ relative·|expected| + absolute, where a number below the smallest normal one counts as that:
 * the smaller a double is there, the fewer digits it has. No part of an infinite number is allowed: all numbers would be.
 *
 * Both parts are stated where they are used, with their reason: `relative` from the arithmetic, `absolute` from the
 * size of the terms that cancel.
 */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** The tolerance of answers that are equal to the bit, but for the sign of zero. */
export const exact: Tolerance = { relative: 0, absolute: 0 };

const smallestNormal = 2 ** -1022;

/**
 * Whether a number is near to another: |received − expected| ≤ relative·|expected| + absolute. NaN is near to nothing.
 *
 * @param expected the right number
 * @param received the number that is judged
 * @param tolerance how far it may be off
 */
export const isClose = (expected: number, received: number, { relative, absolute }: Tolerance): boolean =>
  expected === received || Math.abs(received - expected) <= relative * sizeOf(expected) + absolute;

const sizeOf = (x: number): number => (Number.isFinite(x) ? Math.max(Math.abs(x), smallestNormal) : 0);

/** The first place where two values of one shape differ, in reading order. */
export interface Difference {
  readonly path: string;
  readonly kind: 'value' | 'length';
  readonly expected: Data;
  readonly received: Data;
}

/**
 * The first place where two values differ, numbers by more than a tolerance, everything else at all; undefined if there
 * is none. A key that only `received` has is no difference.
 */
export const firstDifference = (
  expected: Data,
  received: Data,
  tolerance: Tolerance,
  path = '',
): Difference | undefined =>
  // A path for each number is what costs, and nearly all answers are right.
  areClose(expected, received, tolerance) ? undefined : locateDifference(expected, received, tolerance, path);

/**
 * Whether two values differ nowhere: numbers within a tolerance, everything else exactly; see {@link firstDifference}.
 */
export function areClose(expected: Data, received: Data, tolerance: Tolerance): boolean {
  if (typeof expected === 'number') return typeof received === 'number' && isClose(expected, received, tolerance);
  if (isList(expected)) {
    if (!isList(received) || expected.length !== received.length) return false;
    for (let i = 0; i < expected.length; i++) if (!areClose(expected[i], received[i], tolerance)) return false;
    return true;
  }
  if (isRecord(expected)) {
    if (!isRecord(received)) return false;
    for (const key of Object.keys(expected)) if (!areClose(expected[key], received[key], tolerance)) return false;
    return true;
  }
  return expected === received;
}

/** Of values that do differ. */
function locateDifference(expected: Data, received: Data, tolerance: Tolerance, path: string): Difference {
  const differ = (kind: Difference['kind']): Difference => ({ path, kind, expected, received });
  if (isList(expected) && isList(received)) {
    if (expected.length !== received.length) return differ('length');
    const index = expected.findIndex((entry, i) => !areClose(entry, received[i], tolerance));
    return locateDifference(expected[index], received[index], tolerance, `${path}[${index}]`);
  }
  if (isRecord(expected) && isRecord(received)) {
    const key = Object.keys(expected).find((one) => !areClose(expected[one], received[one], tolerance))!;
    return locateDifference(expected[key], received[key], tolerance, path === '' ? key : `${path}.${key}`);
  }
  return differ('value');
}

/**
 * Whether two values are the same to the bit, −0 told from 0 and NaN equal to itself: "unchanged", "the same answer
 * twice".
 */
export function isIdentical(a: Data, b: Data): boolean {
  if (typeof a === 'number') return Object.is(a, b);
  if (isList(a)) {
    if (!isList(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!isIdentical(a[i], b[i])) return false;
    return true;
  }
  if (isRecord(a)) {
    if (!isRecord(b)) return false;
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isIdentical(a[key], b[key]))
    );
  }
  if (isRngSeed(a)) return isRngSeed(b) && a.seed === b.seed;
  return Object.is(a, b);
}
