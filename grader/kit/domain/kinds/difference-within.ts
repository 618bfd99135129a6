import { areClose, type Difference, firstDifference, isClose, type Tolerance } from '../../values/compare.ts';
import { type Data, isList, isRecord } from '../../values/data.ts';

/**
 * The first place where an answer is off by more than a tolerance and what rounding may do to that very number; this is
 * computed only where the tolerance alone is not kept.
 */
export const differenceWithin = (
  expected: Data,
  received: Data,
  tolerance: Tolerance,
  errors: () => Data,
): Difference | undefined =>
  areClose(expected, received, tolerance) ? undefined : firstOutside(expected, received, tolerance, errors(), '');

const widened = (tolerance: Tolerance, error: Data): Tolerance =>
  typeof error === 'number' ? { ...tolerance, absolute: tolerance.absolute + error } : tolerance;

/** Without a path for each number: nearly all of them are inside. */
function isOutside(expected: Data, received: Data, tolerance: Tolerance, errors: Data): boolean {
  if (typeof expected === 'number' && typeof received === 'number') {
    return !isClose(expected, received, widened(tolerance, errors));
  }
  if (isList(expected) && isList(received) && isList(errors) && expected.length === received.length) {
    return expected.some((entry, i) => isOutside(entry, received[i], tolerance, errors[i]));
  }
  if (isRecord(expected) && isRecord(received) && isRecord(errors)) {
    return Object.keys(expected).some((key) => isOutside(expected[key], received[key], tolerance, errors[key]));
  }
  return !areClose(expected, received, widened(tolerance, errors));
}

function firstOutside(
  expected: Data,
  received: Data,
  tolerance: Tolerance,
  errors: Data,
  path: string,
): Difference | undefined {
  if (isList(expected) && isList(received) && isList(errors) && expected.length === received.length) {
    const i = expected.findIndex((entry, k) => isOutside(entry, received[k], tolerance, errors[k]));
    return i < 0 ? undefined : firstOutside(expected[i], received[i], tolerance, errors[i], `${path}[${i}]`);
  }
  if (isRecord(expected) && isRecord(received) && isRecord(errors)) {
    const key = Object.keys(expected).find((name) =>
      isOutside(expected[name], received[name], tolerance, errors[name]),
    );
    if (key === undefined) return undefined;
    return firstOutside(expected[key], received[key], tolerance, errors[key], path === '' ? key : `${path}.${key}`);
  }
  return firstDifference(expected, received, widened(tolerance, errors), path);
}
