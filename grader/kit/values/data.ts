/**
 * What may cross into the sandbox and back: plain data, nothing that can run.
 */
export type Data =
  | number
  | string
  | boolean
  | null
  | undefined
  | RngSeed
  | Foreign
  | readonly Data[]
  | { readonly [key: string]: Data };

/**
 * What tells our own classes from a student's data. By a mark and not by `instanceof`: an assignment is built by itself,
 * and may bring its own copy of this module.
 */
const mark = Symbol.for('nabla.data');
const isMarked = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && mark in value && value[mark] === name;

/** An argument that the sandbox rebuilds as a random number generator in a fixed state; the student sees an `Rng`. */
export class RngSeed {
  readonly [mark] = 'rng';
  readonly seed: number;
  constructor(seed: number) {
    this.seed = seed;
  }
}

/**
 * What a student may return in place of data. The names are keys of the message catalogue.
 *
 * @internal
 */
export const foreignKinds = [
  'function',
  'symbol',
  'bigint',
  'promise',
  'collection',
  'boxed',
  'sparse',
  'unreadable',
  'too-deep',
  'too-large',
] as const;
/** What stands in place of data: a function, a promise, a list with holes, … */
export type ForeignKind = (typeof foreignKinds)[number];

/** A value in an answer that is no data, and cannot leave the sandbox: of it there is only what it was. */
export class Foreign {
  readonly [mark] = 'foreign';
  readonly kind: ForeignKind;
  constructor(kind: ForeignKind) {
    this.kind = kind;
  }
}

/** A number that was estimated: "2 ± 0.06". */
export class Interval {
  readonly [mark] = 'interval';
  readonly center: number;
  readonly halfWidth: number;
  constructor(center: number, halfWidth: number) {
    this.center = center;
    this.halfWidth = halfWidth;
  }
}

/** Whether a value is the state of a generator, and not data. */
export const isRngSeed = (value: unknown): value is RngSeed => isMarked(value, 'rng');
/** Whether a value stands for something that is no data. */
export const isForeign = (value: unknown): value is Foreign => isMarked(value, 'foreign');
/** Whether a value is a number that was estimated. */
export const isInterval = (value: unknown): value is Interval => isMarked(value, 'interval');

/** An object whose fields are data. */
export type DataRecord = { readonly [key: string]: Data };

/** Whether data is a list. */
export const isList = (value: Data): value is readonly Data[] => Array.isArray(value);

/** Whether data is an object with fields: no list, and none of the classes of this kit. */
export const isRecord = (value: Data): value is DataRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(mark in value);

/** The size of the largest finite number in it; 0 where there is none. */
export function largestIn(data: Data): number {
  if (typeof data === 'number') return Number.isFinite(data) ? Math.abs(data) : 0;
  if (isList(data)) return data.reduce((most: number, entry) => Math.max(most, largestIn(entry)), 0);
  return isRecord(data) ? largestIn(Object.values(data)) : 0;
}
