import { type Data, isList, isRecord, isRngSeed } from './data.ts';

/**
 * |received − expected| ≤ relative·|expected| + absolute.
 *
 * Both parts are stated where they are used, with their reason: `relative` from the arithmetic, `absolute` from the
 * size of the terms that cancel.
 */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Equal to the bit, but for the sign of zero. */
export const exact: Tolerance = { relative: 0, absolute: 0 };

export const isClose = (expected: number, received: number, { relative, absolute }: Tolerance): boolean =>
  expected === received || Math.abs(received - expected) <= relative * Math.abs(expected) + absolute;

/** The first place where two values of one shape differ, in reading order. */
export interface Difference {
  readonly path: string;
  readonly kind: 'value' | 'length';
  readonly expected: Data;
  readonly received: Data;
}

/** Compares numbers within a tolerance, everything else exactly. A key that only `received` has is no difference. */
export function firstDifference(
  expected: Data,
  received: Data,
  tolerance: Tolerance,
  path = '',
): Difference | undefined {
  const differ = (kind: Difference['kind'] = 'value'): Difference => ({ path, kind, expected, received });
  if (typeof expected === 'number') {
    return typeof received === 'number' && isClose(expected, received, tolerance) ? undefined : differ();
  }
  if (isList(expected)) {
    if (!isList(received)) return differ();
    if (expected.length !== received.length) return differ('length');
    for (const [index, entry] of expected.entries()) {
      const difference = firstDifference(entry, received[index], tolerance, `${path}[${index}]`);
      if (difference) return difference;
    }
    return undefined;
  }
  if (isRecord(expected)) {
    if (!isRecord(received)) return differ();
    for (const key of Object.keys(expected)) {
      const inner = path === '' ? key : `${path}.${key}`;
      const difference = firstDifference(expected[key], received[key], tolerance, inner);
      if (difference) return difference;
    }
    return undefined;
  }
  return expected === received ? undefined : differ();
}

/** The same to the bit, −0 told from 0 and NaN equal to itself: for "unchanged" and "the same answer twice". */
export function isIdentical(a: Data, b: Data): boolean {
  if (isList(a)) return isList(b) && a.length === b.length && a.every((entry, index) => isIdentical(entry, b[index]));
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
