import { type Data, isForeign, isList, isRecord } from '../../kit.ts';

/** A number in an answer, and where it stands: `[1].weights[0][2]`, of which the fields alone are `[].weights[][]`. */
export interface Leaf {
  readonly path: string;
  readonly fields: string;
  readonly indices: readonly number[];
  readonly x: number;
}

const knownLeaves = new WeakMap<object, readonly Leaf[]>();

/** All numbers of an answer in reading order; anything else counts as NaN. Listed once for each list or record. */
export function leavesOf(value: Data): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return leavesIn(value);
  const known = knownLeaves.get(value) ?? leavesIn(value);
  knownLeaves.set(value, known);
  return known;
}

function leavesIn(value: Data, path = '', fields = '', indices: readonly number[] = []): readonly Leaf[] {
  if (typeof value === 'number') return [{ path, fields, indices, x: value }];
  if (isList(value)) {
    return value.flatMap((entry, i) => leavesIn(entry, `${path}[${i}]`, `${fields}[]`, [...indices, i]));
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, field]) => {
      const dot = path === '' ? '' : '.';
      return leavesIn(field, `${path}${dot}${key}`, `${fields}${dot}${key}`, indices);
    });
  }
  return isForeign(value) || value === undefined || value === null ? [{ path, fields, indices, x: Number.NaN }] : [];
}

export const isSameShape = (a: readonly Leaf[], b: readonly Leaf[]): boolean =>
  a.length === b.length && a.every(({ path }, i) => path === b[i]!.path);
