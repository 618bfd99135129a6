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

/** An argument that the sandbox rebuilds as a random number generator in a fixed state; the student sees an `Rng`. */
export class RngSeed {
  readonly seed: number;
  constructor(seed: number) {
    this.seed = seed;
  }
}

/** What a student returned in place of data. The names are keys of the message catalogue. */
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
export type ForeignKind = (typeof foreignKinds)[number];

export class Foreign {
  readonly kind: ForeignKind;
  constructor(kind: ForeignKind) {
    this.kind = kind;
  }
}

export type DataRecord = { readonly [key: string]: Data };

export const isList = (value: Data): value is readonly Data[] => Array.isArray(value);

export const isRecord = (value: Data): value is DataRecord =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof RngSeed) &&
  !(value instanceof Foreign);
