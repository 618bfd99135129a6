import { type Data, Foreign, foreignKinds, RngSeed } from '../../kit.ts';
import { floatsAreLittleEndian, maxDepth, maxEntries, maxKeys, tag } from './tags.ts';

/** The bytes are not what the format allows: they were forged, or the sandbox broke. Never a student's mistake. */
export class MalformedBytes extends Error {}

/** Reads bytes that nobody vouches for: every length is checked against what is left before anything is made of it. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #entries = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  get remaining(): number {
    return this.#bytes.length - this.#at;
  }
  #take(count: number): number {
    if (count > this.remaining) throw new MalformedBytes('the bytes end too early');
    const at = this.#at;
    this.#at += count;
    return at;
  }
  byte(): number {
    return this.#view.getUint8(this.#take(1));
  }
  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }
  f64(): number {
    return this.#view.getFloat64(this.#take(8), floatsAreLittleEndian);
  }
  /** A count of things that take at least `size` bytes each. */
  count(size: number): number {
    const count = this.u32();
    if (count * size > this.remaining) throw new MalformedBytes('a length goes beyond the bytes');
    return count;
  }
  /** So many numbers: a loop with no call in it, because an answer may have a hundred thousand of them. */
  numbers(): number[] {
    const count = this.count(8);
    const view = this.#view;
    let at = this.#take(8 * count);
    const numbers = new Array<number>(count);
    for (let index = 0; index < count; index++, at += 8) numbers[index] = view.getFloat64(at, floatsAreLittleEndian);
    return numbers;
  }
  /** A count of entries of a list or a record, all of which together are bounded. */
  entries(size: number): number {
    const count = this.count(size);
    this.#entries += count;
    if (this.#entries > maxEntries) throw new MalformedBytes('too many entries');
    return count;
  }
  text(): string {
    const length = this.count(2);
    const at = this.#take(2 * length);
    const parts: string[] = [];
    for (let start = 0; start < length; start += 4096) {
      const units: number[] = [];
      for (let index = start; index < Math.min(length, start + 4096); index++) {
        units.push(this.#view.getUint16(at + 2 * index, true));
      }
      parts.push(String.fromCharCode(...units));
    }
    return parts.join('');
  }
}

export function decode(reader: ByteReader, depth = 0): Data {
  // One more than the sandbox's own bound: what it cuts there arrives as a leaf.
  if (depth > maxDepth + 1) throw new MalformedBytes('nested too deep');
  const kind = reader.byte();
  switch (kind) {
    case tag.undefined:
      return undefined;
    case tag.null:
      return null;
    case tag.false:
      return false;
    case tag.true:
      return true;
    case tag.number:
      return reader.f64();
    case tag.string:
      return reader.text();
    case tag.vector:
      return reader.numbers();
    case tag.list:
      return Array.from({ length: reader.entries(1) }, () => decode(reader, depth + 1));
    case tag.record:
      return decodeRecord(reader, depth);
    case tag.rng:
      return new RngSeed(reader.u32());
    case tag.foreign: {
      const foreign = foreignKinds[reader.byte()];
      if (foreign === undefined) throw new MalformedBytes('an unknown kind of value');
      return new Foreign(foreign);
    }
    default:
      throw new MalformedBytes('an unknown tag');
  }
}

function decodeRecord(reader: ByteReader, depth: number): Data {
  // No prototype: a key named __proto__ or toString is a key like any other.
  const fields: Record<string, Data> = Object.create(null);
  const count = reader.entries(5);
  if (count > maxKeys) throw new MalformedBytes('too many keys');
  for (let index = 0; index < count; index++) {
    const key = reader.text();
    fields[key] = decode(reader, depth + 1);
  }
  return fields;
}
