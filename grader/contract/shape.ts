import { type Data, isList, isRecord } from './data.ts';

/** Where an answer is not of the shape that was asked for. `expected` is a key of the message catalogue. */
export interface Mismatch {
  readonly path: string;
  readonly expected: 'number' | 'array' | 'object';
  readonly received: Data;
}

/** Turns data from a student into a typed value, or says where it is something else. Lengths are left to the laws. */
export interface Shape<T> {
  readonly parse: (value: Data, path?: string) => { readonly value: T } | { readonly mismatch: Mismatch };
}

/** Any number, NaN and infinities included: whether they are right is for a law to say. */
export const number: Shape<number> = {
  parse: (value, path = '') =>
    typeof value === 'number' ? { value } : { mismatch: { path, expected: 'number', received: value } },
};

export const list = <T>(entry: Shape<T>): Shape<T[]> => ({
  parse(value, path = '') {
    if (!isList(value)) return { mismatch: { path, expected: 'array', received: value } };
    const entries: T[] = [];
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      // Read without a path, and again with one where something is wrong: a path for each row of weights is what costs.
      const parsed = entry.parse(item);
      if ('mismatch' in parsed) return entry.parse(item, `${path}[${index}]`) as { mismatch: Mismatch };
      entries.push(parsed.value);
    }
    return { value: entries };
  },
});

/** An object with at least these keys; others are ignored, as TypeScript's structural types do. */
export const record = <T extends object>(shapes: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> => ({
  parse(value, path = '') {
    if (!isRecord(value)) return { mismatch: { path, expected: 'object', received: value } };
    const fields: Partial<T> = {};
    for (const key of Object.keys(shapes) as (keyof T & string)[]) {
      const parsed = shapes[key].parse(value[key], path === '' ? key : `${path}.${key}`);
      if ('mismatch' in parsed) return parsed;
      fields[key] = parsed.value;
    }
    return { value: fields as T };
  },
});

const numbers = list(number);

/** Taken as it is where it is right: a random law looks at millions of weights. */
export const vector: Shape<number[]> = {
  parse: (value, path = '') => (areNumbers(value) ? { value } : numbers.parse(value, path)),
};

/** Whether it is a list of numbers and of nothing else. */
function areNumbers(value: Data): value is number[] {
  if (!isList(value)) return false;
  // A loop, and no closure: it runs a million times in a second.
  for (let i = 0; i < value.length; i++) if (typeof value[i] !== 'number') return false;
  return true;
}

export const matrix = list(vector);
