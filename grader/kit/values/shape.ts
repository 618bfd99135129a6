import { type Data, isList, isRecord } from './data.ts';

/** Where an answer is not of the shape that was asked for. `expected` is a key of the message catalogue. */
export interface Mismatch {
  readonly path: string;
  readonly expected: 'number' | 'array' | 'object';
  readonly received: Data;
}

/** Turns data from a student into a typed value, or says where it is something else. Lengths are left to the laws. */
export interface Shape<T> {
  /** The typed value, or where in the data it is something else. */
  readonly parse: (value: Data, path?: string) => { readonly value: T } | { readonly mismatch: Mismatch };
}

/** The shape of a number, NaN and infinities included: whether they are right is for a law to say. */
export const number: Shape<number> = {
  parse: (value, path = '') =>
    typeof value === 'number' ? { value } : { mismatch: { path, expected: 'number', received: value } },
};

/** The shape of a list of entries that all have one shape. */
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

/** The shape of an object with at least these keys; others are ignored, as TypeScript's structural types do. */
export const recordShape = <T extends object>(shapes: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> => ({
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

/** Taken as it is where it is right: a random law looks at millions of weights. */
const quickly = <T>(isRight: (value: Data) => value is T & Data, shape: Shape<T>): Shape<T> => ({
  parse: (value, path) => (isRight(value) ? { value } : shape.parse(value, path)),
});

const isNumber = (value: Data): value is number => typeof value === 'number';

/**
 * Long ones are gone through in a loop of their own, with no call in it: V8 compiles one for the kinds of array that it has
 * met, and among the short ones there is every kind.
 */
const fewNumbers = 8;
const areNumbers = (value: Data): value is number[] =>
  isList(value) && (value.length <= fewNumbers ? value.every(isNumber) : areManyNumbers(value));

function areManyNumbers(value: readonly Data[]): boolean {
  for (let i = 0; i < value.length; i++) if (typeof value[i] !== 'number') return false;
  return true;
}

/** The shape of a list of numbers; `vector` is it, too. */
export const vectorShape: Shape<number[]> = quickly(areNumbers, list(number));

const areVectors = (value: Data): value is number[][] => isList(value) && value.every(areNumbers);

/** The shape of a list of lists of numbers; `matrix` is it, too. */
export const matrixShape: Shape<number[][]> = quickly(areVectors, list(vectorShape));
