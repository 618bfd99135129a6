import { type ForeignKind, foreignKinds } from '../../kit/values/data.ts';
import { maxDepth, maxEntries, maxKeys, tag } from '../codec/tags.ts';
import { type ByteWriter, createBytes, overflow } from './bytes.ts';
import {
  getPrototypeOf,
  hasOwn,
  isArray,
  ownKeys,
  prototypes,
  typedArrayLength,
  typedArrayName,
} from './primordials.ts';

/**
 * Writes what a student's function returned as bytes. Reading it may run the student's code (getters, proxies); what
 * that throws is the caller's to catch, and `rollback` takes back what was written by then.
 *
 * Long, for all of it is one closure over what has been written: nothing in it can be reached by students.
 */
export interface OutputWriter extends Pick<ByteWriter, 'byte' | 'u32' | 'text' | 'noText' | 'buffer'> {
  value(value: unknown): void;
  foreign(kind: ForeignKind): void;
  rng(seed: number): void;
  readonly mark: () => Mark;
  readonly rollback: (to: Mark) => void;
}

/** How far the writing has come. */
export interface Mark {
  readonly length: number;
  readonly entries: number;
}

/** Nothing written. */
export const nothingWritten: Mark = { length: 0, entries: 0 };

const foreignCode = (kind: ForeignKind): number => {
  for (let code = 0; code < foreignKinds.length; code++) if (foreignKinds[code] === kind) return code;
  return 0;
};

function foreignKindOf(value: object): ForeignKind | undefined {
  const prototype = getPrototypeOf(value);
  if (prototype === prototypes.promise) return 'promise';
  if (prototype === prototypes.map || prototype === prototypes.set || prototype === prototypes.weakMap) {
    return 'collection';
  }
  if (prototype === prototypes.number || prototype === prototypes.string || prototype === prototypes.boolean) {
    return 'boxed';
  }
  return undefined;
}

export function createWriter(maxBytes: number, firstBytes = 64 * 1024): OutputWriter {
  const bytes = createBytes(maxBytes, firstBytes);
  const { byte, u32, f64, text, noText, numbers, length, cut } = bytes;
  let entries = 0;

  const enter = (count: number): void => {
    entries += count;
    if (entries > maxEntries) throw overflow;
  };
  const foreign = (kind: ForeignKind): void => {
    byte(tag.foreign);
    byte(foreignCode(kind));
  };
  const rng = (seed: number): void => {
    byte(tag.rng);
    u32(seed);
  };

  /** As one vector where every entry is a number; false, with nothing written, where one is not. */
  const vector = (values: { readonly [index: number]: unknown }, count: number): boolean => {
    const start = length();
    byte(tag.vector);
    u32(count);
    if (numbers(values, count)) return true;
    cut(start);
    return false;
  };
  const list = (values: unknown[], depth: number): void => {
    const start = length();
    const count = values.length >>> 0;
    if (vector(values, count)) return;
    enter(count);
    byte(tag.list);
    u32(count);
    for (let index = 0; index < count; index++) {
      if (!hasOwn(values, index)) {
        cut(start);
        return foreign('sparse');
      }
      value(values[index], depth + 1);
    }
  };
  const record = (fields: object, depth: number): void => {
    const kind = foreignKindOf(fields);
    if (kind !== undefined) return foreign(kind);
    const keys = ownKeys(fields);
    if (keys.length > maxKeys) throw overflow;
    enter(keys.length);
    byte(tag.record);
    u32(keys.length);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string;
      text(key);
      value((fields as { readonly [key: string]: unknown })[key], depth + 1);
    }
  };
  const value = (item: unknown, depth = 0): void => {
    switch (typeof item) {
      case 'number':
        byte(tag.number);
        return f64(item);
      case 'string':
        byte(tag.string);
        return text(item);
      case 'boolean':
        return byte(item ? tag.true : tag.false);
      case 'undefined':
        return byte(tag.undefined);
      case 'function':
      case 'symbol':
      case 'bigint':
        return foreign(typeof item as ForeignKind);
      default: {
        if (item === null) return byte(tag.null);
        if (depth >= maxDepth) return foreign('too-deep');
        const typed = typedArrayName(item);
        if (typed !== undefined) {
          if (!vector(item as { readonly [index: number]: unknown }, typedArrayLength(item))) foreign('bigint');
          return;
        }
        return isArray(item) ? list(item, depth) : record(item as object, depth);
      }
    }
  };
  return {
    byte,
    u32,
    text,
    noText,
    value: (item) => value(item),
    foreign,
    rng,
    mark: () => ({ length: length(), entries }),
    rollback(to) {
      cut(to.length);
      entries = to.entries;
    },
    buffer: bytes.buffer,
  };
}
