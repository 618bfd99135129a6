import { type Data, foreignKinds, isForeign, isList, isRngSeed } from '../../kit.ts';
import { floatsAreLittleEndian, tag } from './tags.ts';

const names = new Map<string, Uint8Array>();
const mostNames = 100;

/** Grows as it is written to. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  #reserve(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return at;
  }
  byte(value: number): void {
    const at = this.#reserve(1);
    this.#bytes[at] = value;
  }
  u32(value: number): void {
    const at = this.#reserve(4);
    this.#view.setUint32(at, value, true);
  }
  f64(value: number): void {
    const at = this.#reserve(8);
    this.#view.setFloat64(at, value, floatsAreLittleEndian);
  }
  text(value: string): void {
    this.u32(value.length);
    for (let index = 0; index < value.length; index++) {
      const at = this.#reserve(2);
      this.#view.setUint16(at, value.charCodeAt(index), true);
    }
  }
  /** All entries if they are numbers, in one go: inputs are lists of numbers for the most part. Says whether they are. */
  numbers(values: readonly unknown[]): boolean {
    for (let index = 0; index < values.length; index++) if (typeof values[index] !== 'number') return false;
    this.byte(tag.vector);
    this.u32(values.length);
    let at = this.#reserve(8 * values.length);
    const view = this.#view;
    for (let index = 0; index < values.length; index++, at += 8) {
      view.setFloat64(at, values[index] as number, floatsAreLittleEndian);
    }
    return true;
  }
  /** A text that comes again and again, as the names of fields do. */
  name(value: string): void {
    const known = names.get(value);
    if (known === undefined) {
      const start = this.#length;
      this.text(value);
      if (names.size < mostNames) names.set(value, this.#bytes.slice(start, this.#length));
      return;
    }
    this.bytes(known);
  }
  bytes(values: Uint8Array): void {
    const at = this.#reserve(values.length);
    this.#bytes.set(values, at);
  }
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

export function encode(writer: ByteWriter, value: Data): void {
  switch (typeof value) {
    case 'number':
      writer.byte(tag.number);
      return writer.f64(value);
    case 'string':
      writer.byte(tag.string);
      return writer.text(value);
    case 'boolean':
      return writer.byte(value ? tag.true : tag.false);
    case 'undefined':
      return writer.byte(tag.undefined);
    default:
      return encodeObject(writer, value);
  }
}

function encodeObject(writer: ByteWriter, value: Exclude<Data, number | string | boolean | undefined>): void {
  if (value === null) return writer.byte(tag.null);
  if (isRngSeed(value)) {
    writer.byte(tag.rng);
    return writer.u32(value.seed);
  }
  if (isForeign(value)) {
    writer.byte(tag.foreign);
    return writer.byte(foreignKinds.indexOf(value.kind));
  }
  if (isList(value)) {
    if (writer.numbers(value)) return;
    writer.byte(tag.list);
    writer.u32(value.length);
    for (const entry of value) encode(writer, entry);
    return;
  }
  const keys = Object.keys(value);
  writer.byte(tag.record);
  writer.u32(keys.length);
  for (const key of keys) {
    writer.name(key);
    encode(writer, value[key]);
  }
}
