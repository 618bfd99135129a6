import { floatsAreLittleEndian } from '../codec/tags.ts';
import {
  Buffer,
  Bytes,
  charCodeAt,
  copyBytes,
  Floats,
  min,
  moveBytes,
  setFloat64,
  setUint8,
  setUint16,
  setUint32,
  View,
} from './primordials.ts';

/** Bytes that grow as they are written to, up to a bound. */
export interface ByteWriter {
  byte(value: number): void;
  u32(value: number): void;
  f64(value: number): void;
  text(value: string): void;
  /**
   * Writes so many entries if all of them are numbers, and says whether they are; if not, what it wrote is for the caller
   * to take back. Each entry is read once, in order, and none after the first that is no number.
   */
  numbers(values: { readonly [index: number]: unknown }, count: number): boolean;
  /** An empty text, for which there is always room. */
  noText(): void;
  readonly length: () => number;
  /** Takes back what was written after that. */
  readonly cut: (length: number) => void;
  readonly buffer: () => ArrayBuffer;
}

/** Thrown, and caught, where an answer does not fit into a frame. No object: it must not look like a student's. */
export const overflow: unique symbol = Symbol('overflow');

/** So far may the floats lie behind their place, until they are moved there. */
const slack = 8;

export function createBytes(maxBytes: number, firstBytes: number): ByteWriter {
  let capacity = firstBytes;
  let buffer = new Buffer(capacity + slack);
  let bytes = new Bytes(buffer);
  let floats = new Floats(buffer);
  let view = new View(buffer);
  let length = 0;

  const grow = (needed: number): void => {
    if (needed <= capacity) return;
    let grown = capacity;
    while (grown < needed) grown *= 2;
    const next = new Buffer(grown + slack);
    const nextBytes = new Bytes(next);
    copyBytes(nextBytes, bytes);
    floats = new Floats(next);
    view = new View(next);
    bytes = nextBytes;
    buffer = next;
    capacity = grown;
  };
  const reserve = (count: number): number => {
    const at = length;
    if (length + count > maxBytes) throw overflow;
    grow(length + count);
    length += count;
    return at;
  };
  const u32 = (value: number): void => {
    const at = reserve(4);
    setUint32(view, at, value, true);
  };
  return {
    byte(value) {
      const at = reserve(1);
      setUint8(view, at, value);
    },
    u32,
    f64(value) {
      const at = reserve(8);
      setFloat64(view, at, value, floatsAreLittleEndian);
    },
    text(value) {
      u32(value.length);
      let at = reserve(2 * value.length);
      for (let index = 0; index < value.length; index++, at += 2) setUint16(view, at, charCodeAt(value, index), true);
    },
    numbers(values, count) {
      const room = (maxBytes - length) / 8;
      grow(length + 8 * min(count, room));
      // A store to a typed array inside its bounds asks no prototype, and costs a tenth of a call. Its floats lie at
      // multiples of eight, so they are written a little further on, and moved back at the end.
      const target = floats;
      const first = (length + slack - 1) >>> 3;
      for (let index = 0; index < count; index++) {
        const entry = values[index];
        if (typeof entry !== 'number') return false;
        if (index + 1 > room) throw overflow;
        target[first + index] = entry;
      }
      moveBytes(bytes, length, 8 * first, 8 * (first + count));
      length += 8 * count;
      return true;
    },
    noText() {
      grow(length + 4);
      setUint32(view, length, 0, true);
      length += 4;
    },
    length: () => length,
    cut(to) {
      length = to;
    },
    buffer: () => buffer,
  };
}
