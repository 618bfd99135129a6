import { type Difference, firstDifference, type Tolerance } from '../compare.ts';
import { type Data, isList, isRecord } from '../data.ts';

/**
 * The first place where an answer is off by more than a tolerance and what rounding may do to that very number; this is
 * computed only where the tolerance alone is not kept.
 */
export function differenceWithin(
  expected: Data,
  received: Data,
  tolerance: Tolerance,
  errors: () => Data,
): Difference | undefined {
  const difference = firstDifference(expected, received, tolerance);
  return difference && outside(expected, received, tolerance, errors(), '');
}

function outside(
  expected: Data,
  received: Data,
  tolerance: Tolerance,
  errors: Data,
  path: string,
): Difference | undefined {
  if (isList(expected) && isList(received) && isList(errors) && expected.length === received.length) {
    return firstOf(expected.keys(), (i) => outside(expected[i], received[i], tolerance, errors[i], `${path}[${i}]`));
  }
  if (isRecord(expected) && isRecord(received) && isRecord(errors)) {
    const inner = (key: string): string => (path === '' ? key : `${path}.${key}`);
    return firstOf(Object.keys(expected), (key) =>
      outside(expected[key], received[key], tolerance, errors[key], inner(key)),
    );
  }
  const error = typeof errors === 'number' ? errors : 0;
  return firstDifference(expected, received, { ...tolerance, absolute: tolerance.absolute + error }, path);
}

function firstOf<Key>(keys: Iterable<Key>, find: (key: Key) => Difference | undefined): Difference | undefined {
  for (const key of keys) {
    const found = find(key);
    if (found) return found;
  }
  return undefined;
}
