import type { Violation } from '../laws/law.ts';
import { type Data, isList, isRecord } from '../values/data.ts';

/** The first list of an answer that has another length than in the right one, or a place where no list is. */
export function shapeDifference(expected: Data, received: Data, path = ''): Violation | undefined {
  if (isList(expected)) {
    const length = isList(received) ? received.length : 0;
    if (length !== expected.length) return { kind: 'length', path, expected: expected.length, received: length };
    for (const [i, entry] of expected.entries()) {
      if (typeof entry === 'number') return undefined;
      const difference = shapeDifference(entry, (received as readonly Data[])[i], `${path}[${i}]`);
      if (difference) return difference;
    }
  }
  if (isRecord(expected) && isRecord(received)) {
    for (const [key, field] of Object.entries(expected)) {
      const difference = shapeDifference(field, received[key], path === '' ? key : `${path}.${key}`);
      if (difference) return difference;
    }
  }
  return undefined;
}
